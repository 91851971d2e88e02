#include "importers/extract/words/wording.h"

#include "core/model/mention.h"
#include "core/text/ascii.h"
#include "importers/extract/words/feature_hash.h"
#include "importers/extract/words/model_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

// Sections of wording.model, written by importers/training/train_wording.py:
// 0 u32 starts of the buckets; 1 u32 marks of the words and pairs of words in them; 2 f32 scale of each; 3 wording_dimensions signed bytes of each.
namespace annals {
namespace {

struct Wordings {
    std::span<const std::uint32_t> starts, marks;
    const float* scales;
    const std::int8_t* directions;

    explicit Wordings(const ModelFile& model)
        : starts(model.section<std::uint32_t>(0)),
          marks(model.section<std::uint32_t>(1)),
          scales(model.section<float>(2).data()),
          directions(model.section<std::int8_t>(3).data()) {}

    void add(std::string_view words, std::array<double, wording_dimensions>& sum) const {
        const std::uint64_t hash = hash_bytes(words), bucket = hash & (starts.size() - 2);
        for (std::uint32_t entry = starts[bucket]; entry < starts[bucket + 1]; ++entry) {
            if (marks[entry] != hash >> 32) continue;
            for (std::size_t i = 0; i < sum.size(); ++i)
                sum[i] += static_cast<double>(scales[entry]) * directions[entry * sum.size() + i];
            return;
        }
    }
};

/// Words of the letters a to z, and each two that follow each other; every one once.
std::vector<std::string> words_and_pairs(std::string_view headline) {
    std::vector<std::string> found;
    std::string word, last;
    for (std::size_t at = 0; at <= headline.size(); ++at) {
        const char c = at < headline.size() ? headline[at] : ' ';
        if (is_ascii_letter(c)) {
            word += ascii_lower(c);
        } else if (!word.empty()) {
            if (!last.empty()) found.push_back(last + ' ' + word);
            found.push_back(word);
            last = std::move(word);
            word.clear();
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace

std::string wording(std::string_view headline) {
    static const Wordings wordings(embedded_model("wording"));
    std::array<double, wording_dimensions> sum{};
    for (const std::string& words : words_and_pairs(headline)) wordings.add(words, sum);
    double most = 0;
    for (const double one : sum) most = std::max(most, std::abs(one));
    if (most == 0) return {};
    std::string direction;
    for (const double one : sum) direction += static_cast<char>(wording_middle + std::lround(one / most * wording_most));
    return direction;
}

}  // namespace annals
