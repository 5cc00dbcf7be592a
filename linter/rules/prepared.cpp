#include "rules/prepared.h"

#include "text/packed.h"

namespace stet {
namespace {

void write(const YamlValue& value, PackedWriter& writer) {
  writer.number(static_cast<std::uint64_t>(value.kind) * 2 + (value.quoted ? 1 : 0));
  writer.number(value.position.line);
  writer.number(value.position.column);
  if (value.kind == YamlKind::scalar || value.kind == YamlKind::null) writer.text(value.scalar);
  if (value.kind == YamlKind::sequence) {
    writer.number(value.items.size());
    for (const YamlValue& item : value.items) write(item, writer);
  }
  if (value.kind == YamlKind::map) {
    writer.number(value.entries.size());
    for (const auto& [key, entry] : value.entries) {
      write(key, writer);
      write(entry, writer);
    }
  }
}

void read(PackedReader& reader, YamlValue& value) {
  const std::uint64_t kind = reader.number();
  value.kind = static_cast<YamlKind>(kind / 2);
  value.quoted = kind % 2 == 1;
  value.position.line = static_cast<std::uint32_t>(reader.number());
  value.position.column = static_cast<std::uint32_t>(reader.number());
  if (value.kind == YamlKind::scalar || value.kind == YamlKind::null) value.scalar = SharedText::lasting(reader.text());
  if (value.kind == YamlKind::sequence) {
    value.items.resize(reader.count());
    for (YamlValue& item : value.items) read(reader, item);
  }
  if (value.kind == YamlKind::map) {
    value.entries.resize(reader.count());
    for (auto& [key, entry] : value.entries) {
      read(reader, key);
      read(reader, entry);
    }
  }
}

}  // namespace

std::string pack(const YamlValue& value) {
  PackedWriter writer;
  write(value, writer);
  return writer.take();
}

YamlValue unpack_yaml(std::string_view packed) {
  PackedReader reader(packed);
  YamlValue value;
  read(reader, value);
  return value;
}

std::string pack_files(const std::map<std::string, YamlValue>& trees) {
  PackedWriter writer;
  writer.number(trees.size());
  for (const auto& [path, tree] : trees) {
    writer.text(path);
    writer.text(pack(tree));
  }
  return writer.take();
}

std::vector<std::pair<std::string_view, std::string_view>> packed_files(std::string_view packed) {
  PackedReader reader(packed);
  std::vector<std::pair<std::string_view, std::string_view>> files(reader.count());
  for (auto& [path, tree] : files) {
    path = reader.text();
    tree = reader.text();
  }
  return files;
}

}  // namespace stet
