// Weak stand-ins for what is not in the tree yet, linked last, so that the program builds. Deleted when the last of them is there.
#include "core/store/store.h"
#include "importers/extract/extract.h"

#define PENDING __attribute__((weak))

namespace annals {

class RuleSet {};
PENDING const std::shared_ptr<const RuleSet>& english_rules() {
    static const auto rules = std::make_shared<const RuleSet>();
    return rules;
}
PENDING RulesResult read_rules(std::span<const EmbeddedFile>) { return {}; }
PENDING DatedText find_dates(const Document&, const RuleSet&, const std::string&) { return {}; }
PENDING std::vector<Mention> find_mentions(const Document&, const DatedText&) { return {}; }
PENDING std::string_view to_string(TimexType) { return "DATE"; }

class Store::Impl {};
PENDING Store::Store(const std::filesystem::path&, Access) {}
PENDING Store::~Store() {}
PENDING AddOutcome Store::add(const ReadDocument&) { return AddOutcome::added; }
PENDING std::optional<std::string> Store::decided_published(const std::string&) const { return {}; }
PENDING void Store::decide_published(const std::string&, const std::string&) {}
PENDING void Store::query(const EventQuery&, const std::function<bool(const Event&)>&) const {}
PENDING std::int64_t Store::count(const EventQuery&) const { return 0; }
PENDING std::vector<std::pair<std::string, std::int64_t>> Store::histogram(const EventQuery&, Bucket) const { return {}; }
PENDING std::vector<std::string> Store::find_ids(const std::string&, std::size_t) const { return {}; }
PENDING std::optional<EventHistory> Store::why(const std::string&) const { return {}; }
PENDING std::size_t Store::unique_prefix_length() const { return 7; }
PENDING std::vector<DocumentRow> Store::documents() const { return {}; }
PENDING StoreInfo Store::info() const { return {}; }

}  // namespace annals
