#include "checks/opposes/properties.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "checks/opposes/aligned_pairs.h"
#include "checks/opposes/earlier.h"
#include "checks/opposes/pair_rule.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/headings.h"
#include "claims/properties.h"
#include "comparing/guards/contradiction.h"
#include "comparing/opposites.h"
#include "units/word_classes.h"

namespace stet {
namespace {

struct OpposedProperties {
  ListedOpposites opposites;
  CircumstanceLists lists;
  ListId labels = no_index;  ///< `words/attribute-label.yaml`
  PairRule pair;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

class PropertyComparison {
 public:
  PropertyComparison(const OpposedProperties& rule, const CheckInput& input)
      : rule_(rule),
        input_(input),
        test_(rule.pair.conditions, input),
        opposites_(*rule.opposites.all, input.vocabulary, rule.opposites.own) {}

  void run(std::vector<Finding>& findings) {
    const std::vector<Property> all = read_properties(input_, rule_.lists, rule_.labels);
    const auto opposes = [&](const Property& later, const Property& earlier) { return contradict(later, earlier); };
    const auto tell = [&](const Property& later, const Property& earlier) { findings.push_back(finding_of(later, earlier)); };
    for_each_contradiction(
        all, [](const Property& one) { return one.thing; }, opposes, tell);
    // What the title or a label says is held against all that is said of the article's thing.
    std::vector<Property> of_topic;
    std::copy_if(all.begin(), all.end(), std::back_inserter(of_topic), [](const Property& one) { return one.of_topic; });
    if (std::none_of(of_topic.begin(), of_topic.end(), [](const Property& one) { return one.line; })) return;
    for_each_contradiction(
        of_topic, [](const Property&) { return 0; },
        [&](const Property& later, const Property& earlier) { return (later.line || earlier.line) && opposes(later, earlier); }, tell);
  }

 private:
  const OpposedProperties& rule_;
  const CheckInput& input_;
  ConditionTest test_;
  OppositeWords opposites_;

  /// How an article writes a noun.
  struct Written {
    FormId form = no_index;  ///< the first
    bool several = false;    ///< in another form too, or behind "another", "which"
  };
  std::unordered_map<StemId, Written> written_;

  FormId form_at(std::uint32_t word) const { return input_.units.words[word].form; }

  /// The same word, denied once; or opposites, denied alike.
  bool exclude(const Property& a, const Property& b) const {
    if (form_of(input_, a.word).lemma == form_of(input_, b.word).lemma) return a.denied != b.denied;
    return !a.denied && !b.denied && opposites_.opposed(form_at(a.word), form_at(b.word));
  }

  /// Are there several of the kind: "packs", "another pack", "which pack"? Then "the waterproof pack" tells which one is meant.
  bool is_one_of_several(std::uint32_t noun) {
    if (written_.empty()) read_nouns();
    const auto known = written_.find(form_of(input_, noun).stem);
    return known != written_.end() && (known->second.several || known->second.form != form_at(noun));
  }

  /// All of them at once: a text may say something of as many things as it has words.
  void read_nouns() {
    for (std::uint32_t word = 1; word < input_.units.words.size(); ++word) {
      Written& written = written_[form_of(input_, word).stem];
      if (written.form == no_index) written.form = form_at(word);
      written.several = written.several || written.form != form_at(word) || is(form_of(input_, word - 1), WordClass::one_of_several);
    }
  }

  bool contradict(const Property& later, const Property& earlier) {
    if (later.sentence == earlier.sentence || !of_one_thing(later, earlier) || later.past != earlier.past || !exclude(later, earlier))
      return false;
    if (!same_circumstances(later.circumstances, earlier.circumstances)) return false;
    if ((later.attributive && is_one_of_several(later.noun)) || (earlier.attributive && is_one_of_several(earlier.noun))) return false;
    if (later.attributive && earlier.attributive) return false;
    if (!are_near(rule_.pair.within, input_, later.sentence, earlier.sentence)) return false;
    if (!test_.holds(later.sentence, later.words) || !test_.holds(earlier.sentence, earlier.words)) return false;
    const auto words_of_sentence = [&](const Property& one) { return input_.units.sentences[one.sentence].words; };
    if (points_at_its_neighbours(input_, words_of_sentence(later)) || points_at_its_neighbours(input_, words_of_sentence(earlier)))
      return false;
    return !are_set_apart(input_, later.sentence, earlier.sentence) && !under_two_topics(input_, later.sentence, earlier.sentence);
  }

  std::vector<Mark> marks(const Property& property) const {
    Marks marks(input_);
    marks.add(property.words, MarkKind::flips);
    marks.add({property.noun, property.noun + 1}, MarkKind::aligns);
    return marks.take();
  }

  PairSide side_of(const Property& one) const {
    return {one.sentence, source_of(input_, one.words), words_as_written(input_, one.words), marks(one)};
  }

  Finding finding_of(const Property& later, const Property& earlier) const {
    return finding_of_pair(input_, rule_.pair, side_of(later), side_of(earlier),
                           words_as_written(input_, {earlier.noun, earlier.noun + 1}));
  }
};

void OpposedProperties::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  PropertyComparison(*this, input).run(findings);
}

}  // namespace

tl::expected<Check, Problems> compile_opposed_properties(const Rule& rule, CompileContext& context) {
  OpposedProperties check;
  Problems problems;
  check.opposites = listed_opposites(rule, context, problems);
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  check.lists = compile_circumstances(context);
  check.labels = context.automaton.add_list("attribute-label");
  check.pair = compile_pair_rule(rule, context, place_bits({Place::paragraph, Place::list, Place::heading, Place::table}));
  return check;
}

}  // namespace stet
