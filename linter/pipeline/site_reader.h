// Reads articles of a site with an engine, for an index that keeps their claims.
#pragma once

#include "pipeline/pipeline.h"
#include "site/store.h"

namespace stet {

class EngineReader : public ArticleReader {
 public:
  /// The engine must outlive it.
  explicit EngineReader(const Engine& engine);
  const SiteReading& reading() const override { return engine_.site; }
  const ClaimSchema& schema() const override { return schema_; }
  void read(const Source& source, const ParseLimits& limits, Problems& problems,
            const std::function<void(const CheckInput&)>& use) const override;

 private:
  const Engine& engine_;
  ClaimSchema schema_;
};

}  // namespace stet
