// Families of forms that a phrase must find by any one of them: irregular verbs and nouns, doubled letters, British and American spellings.
#include <gtest/gtest.h>

#include <sstream>

#include "units/vocabulary.h"

namespace stet::inflections_test {
namespace {

/// One family a line. What two families share is left out: leaves (leaf, leave), lives (life, live), shot, bit, analyses.
constexpr std::string_view verbs = R"(
arise arises arose arisen arising
awake awakes awoke awoken awaking
bear bears bore borne bearing
beat beats beaten beating
become becomes became becoming
begin begins began begun beginning
bend bends bent bending
bet bets betting
bind binds bound binding
bite bites bitten biting
bleed bleeds bled bleeding
blow blows blew blown blowing
break breaks broke broken breaking
breed breeds bred breeding
bring brings brought bringing
build builds built building
burn burns burned burnt burning
buy buys bought buying
catch catches caught catching
choose chooses chose chosen choosing
cling clings clung clinging
come comes came coming
creep creeps crept creeping
cut cuts cutting
deal deals dealt dealing
dig digs dug digging
draw draws drew drawn drawing
dream dreams dreamed dreamt dreaming
drink drinks drank drunk drinking
drive drives drove driven driving
eat eats ate eaten eating
fall falls fell fallen falling
feed feeds fed feeding
feel feels felt feeling
fight fights fought fighting
find finds finding
flee flees fled fleeing
fly flies flew flown flying
forbid forbids forbade forbidden forbidding
forget forgets forgot forgotten forgetting
forgive forgives forgave forgiven forgiving
freeze freezes froze frozen freezing
get gets got gotten getting
give gives gave given giving
go goes went gone going
grow grows grew grown growing
hang hangs hung hanging
have has had having
hear hears heard hearing
hide hides hid hidden hiding
hit hits hitting
hold holds held holding
hurt hurts hurting
keep keeps kept keeping
kneel kneels knelt kneeling
know knows knew known knowing
lead leads led leading
lean leans leaned leaning
learn learns learned learnt learning
leave left leaving
lend lends lent lending
let lets letting
light lights lit lighting
lose loses lost losing
make makes made making
mean means meant meaning
meet meets met meeting
mistake mistakes mistook mistaken mistaking
overcome overcomes overcame overcoming
pay pays paid paying
prove proves proved proven proving
put puts putting
quit quits quitting
read reads reading
ride rides rode ridden riding
ring rings rang rung ringing
rise rises rose risen rising
run runs ran running
say says said saying
see sees saw seen seeing
seek seeks sought seeking
sell sells sold selling
send sends sent sending
set sets setting
sew sews sewed sewn sewing
shake shakes shook shaken shaking
shine shines shone shining
shoot shoots shooting
show shows showed shown showing
shrink shrinks shrank shrunk shrinking
shut shuts shutting
sing sings sang sung singing
sink sinks sank sunk sinking
sit sits sat sitting
sleep sleeps slept sleeping
slide slides slid sliding
speak speaks spoke spoken speaking
spend spends spent spending
spin spins spun spinning
split splits splitting
spread spreads spreading
spring springs sprang sprung springing
stand stands stood standing
steal steals stole stolen stealing
stick sticks stuck sticking
sting stings stung stinging
strike strikes struck striking
swear swears swore sworn swearing
sweep sweeps swept sweeping
swell swells swelled swollen swelling
swim swims swam swum swimming
swing swings swung swinging
take takes took taken taking
teach teaches taught teaching
tear tears tore torn tearing
tell tells told telling
think thinks thought thinking
throw throws threw thrown throwing
understand understands understood understanding
undertake undertakes undertook undertaken undertaking
wake wakes woke woken waking
wear wears wore worn wearing
weave weaves wove woven weaving
weep weeps wept weeping
win wins won winning
withdraw withdraws withdrew withdrawn withdrawing
write writes wrote written writing
do does did done doing
die dies died dying
lie lies lied lying
tie ties tied tying
travel travels traveled travelled traveling travelling
cancel cancels canceled cancelled canceling cancelling
label labels labeled labelled labeling labelling
model models modeled modelled modeling modelling
fuel fuels fueled fuelled fueling fuelling
signal signals signaled signalled signaling signalling
counsel counsels counseled counselled counseling counselling
control controls controlled controlling
focus focuses focused focussed focusing focussing
benefit benefits benefited benefitted benefiting benefitting
stop stops stopped stopping
plan plans planned planning
refer refers referred referring
occur occurs occurred occurring
prefer prefers preferred preferring
admit admits admitted admitting
offer offers offered offering
visit visits visited visiting
treat treats treated treating
try tries tried trying
study studies studied studying
apply applies applied applying
play plays played playing
fix fixes fixed fixing
kiss kisses kissed kissing
reach reaches reached reaching
push pushes pushed pushing
cause causes caused causing
use uses used using
organise organises organised organising organize organizes organized organizing
realise realises realised realising realize realizes realized realizing
recognise recognises recognised recognising recognize recognizes recognized recognizing
minimise minimises minimised minimising minimize minimizes minimized minimizing
analyse analysed analysing analyze analyzes analyzed analyzing
paralyse paralyses paralysed paralysing paralyze paralyzes paralyzed paralyzing
practise practises practised practising
license licenses licensed licensing
fulfil fulfils fulfilled fulfilling fulfill fulfills
enrol enrols enrolled enrolling enroll enrolls
panic panics panicked panicking
)";

constexpr std::string_view nouns = R"(
man men
woman women
child children
foot feet
tooth teeth
goose geese
mouse mice
louse lice
ox oxen
person people
knife knives
life
wife wives
half halves
leaf leaves
loaf loaves
shelf shelves
wolf wolves
thief thieves
calf calves
analysis analyses
crisis crises
hypothesis hypotheses
diagnosis diagnoses
thesis theses
criterion criteria
phenomenon phenomena
bacterium bacteria
curriculum curricula
stimulus stimuli
nucleus nuclei
fungus fungi
cactus cacti
alumnus alumni
appendix appendices
index indices indexes
vertex vertices
matrix matrices
alga algae
larva larvae
vertebra vertebrae
calorie calories
cookie cookies
movie movies
zombie zombies
selfie selfies
lizzie lizzies
city cities
potato potatoes
tomato tomatoes
hero heroes
echo echoes
photo photos
bus buses
gas gases
virus viruses
box boxes
church churches
dish dishes
class classes
quiz quizzes
house houses
disease diseases
size sizes
day days
key keys
colour colours color colors
flavour flavours flavor flavors
favour favours favor favors
behaviour behaviours behavior behaviors
labour labor
tumour tumours tumor tumors
centre centres center centers
litre litres liter liters
metre metres meter meters
fibre fibres fiber fibers
theatre theatres theater theaters
oestrogen estrogen
anaemia anemia
paediatric pediatric
diarrhoea diarrhea
haemorrhage hemorrhage
leukaemia leukemia
programme programmes program programs
catalogue catalogues catalog catalogs
dialogue dialogues dialog
grey gray
tyre tyres tire
mould molds mold moulds
aluminium aluminum
defence defences defense
offence offense
jewellery jewelry
)";

/// Families whose forms do not all meet, as "form, form of base".
std::string apart(std::string_view families) {
  std::string result;
  std::istringstream lines{std::string(families)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string base;
    std::string word;
    for (words >> base; words >> word;) {
      if (lemma_key(word) != lemma_key(base)) result += word + ", form of " + base + ": " + lemma_key(word) + "/" + lemma_key(base) + "\n";
    }
  }
  return result;
}

TEST(Inflections, OfVerbsMeet) { EXPECT_EQ(apart(verbs), ""); }
TEST(Inflections, OfNounsMeet) { EXPECT_EQ(apart(nouns), ""); }

/// What only looks like a form of another word.
TEST(Inflections, OfOthersStayApart) {
  for (const auto& [word, other] : {std::pair("red", "r"),
                                    {"bed", "b"},
                                    {"news", "new"},
                                    {"thing", "th"},
                                    {"species", "specy"},
                                    {"needed", "ned"},
                                    {"sing", "s"},
                                    {"bus", "bu"},
                                    {"series", "sery"},
                                    {"planes", "plan"},
                                    {"care", "car"},
                                    {"rates", "rat"},
                                    {"hoping", "hopping"},
                                    {"note", "not"},
                                    {"pines", "pin"}}) {
    EXPECT_NE(lemma_key(word), lemma_key(other)) << word;
  }
}

}  // namespace
}  // namespace stet::inflections_test
