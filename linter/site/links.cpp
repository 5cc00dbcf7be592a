#include "site/links.h"

#include <xxhash.h>

#include <algorithm>

#include "units/within.h"

namespace stet {
namespace {

constexpr std::size_t longest_target = 1024;  // bytes
constexpr std::size_t most_folders = 64;

/// "places/old-mill" of "places/old-mill.md", "places/old-mill/" and "places/old-mill/index.md".
std::string_view bare(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
  const std::size_t dot = path.find_last_of('.');
  if (dot != std::string_view::npos && dot > begin) path = path.substr(0, dot);
  const std::string_view name = path.substr(begin);
  const bool own_page = name == "index" || name == "_index" || name == "README";
  if (own_page) path = path.substr(0, begin);
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  return path;
}

bool has_scheme(std::string_view target) {
  const std::size_t colon = target.find(':');
  return colon != std::string_view::npos && target.substr(0, colon).find('/') == std::string_view::npos;
}

/// Takes the folders of a path one by one; false when it leads above the root.
bool enter(std::string_view path, std::vector<std::string_view>& folders) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view folder = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (folder.empty() || folder == ".") continue;
    if (folder == "..") {
      if (folders.empty()) return false;
      folders.pop_back();
    } else {
      folders.push_back(folder);
    }
    if (folders.size() > most_folders) return false;
  }
  return true;
}

std::uint64_t key_of_path(std::string_view bare_path) {
  const std::uint64_t hash = XXH3_64bits_withSeed(bare_path.data(), bare_path.size(), 1);
  return hash == 0 ? 1 : hash;
}

}  // namespace

std::uint64_t article_key(std::string_view path) { return key_of_path(bare(path)); }

std::string linked_path(std::string_view path, std::string_view target) {
  if (target.empty() || target.size() > longest_target || target.starts_with("//") || has_scheme(target)) return {};
  if (target.find('#') != std::string_view::npos) return {};
  target = target.substr(0, target.find('?'));
  std::vector<std::string_view> folders;
  const std::size_t slash = path.find_last_of('/');
  if (!target.starts_with('/') && slash != std::string_view::npos && !enter(path.substr(0, slash), folders)) return {};
  if (!enter(target, folders)) return {};
  std::string whole;
  for (const std::string_view folder : folders) {
    if (!whole.empty()) whole += '/';
    whole += folder;
  }
  return std::string(bare(whole));
}

ArticleLinks::ArticleLinks(const CheckInput& input, std::string_view path) {
  const std::uint64_t own = article_key(path);
  for (const Inline& part : input.article.inlines) {
    if (part.kind != InlineKind::link || part.link >= input.article.links.size()) continue;
    const std::string linked = linked_path(path, input.article.links[part.link].target);
    const IndexRange linked_words = words_within(input.units, part.plain);
    if (linked.empty() || linked_words.empty() || key_of_path(linked) == own) continue;
    links_.push_back({linked_words, key_of_path(linked)});
  }
  std::stable_sort(links_.begin(), links_.end(), [](const LinkedWords& a, const LinkedWords& b) { return a.words.begin < b.words.begin; });
}

std::uint64_t ArticleLinks::article_at(IndexRange words) const {
  if (words.empty()) return 0;
  // Links do not stand within each other, so that their ends are in order too.
  const auto first =
      std::partition_point(links_.begin(), links_.end(), [&](const LinkedWords& link) { return link.words.end <= words.begin; });
  std::uint64_t found = 0;
  for (auto link = first; link != links_.end() && link->words.begin < words.end; ++link) {
    if (found != 0 && found != link->article) return 0;
    found = link->article;
  }
  return found;
}

}  // namespace stet
