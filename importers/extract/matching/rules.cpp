#include "importers/extract/matching/rules.h"

#include "core/model/document.h"
#include "importers/extract/matching/measured_share.h"
#include "importers/extract/matching/pattern.h"
#include "importers/extract/words/tokenize.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <set>

namespace annals::embedded {
const std::vector<EmbeddedFile>& rules_en();
}

namespace annals {
namespace {

constexpr std::size_t longest_line = 4000;

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

/// Takes the first word off the text.
std::string_view take_word(std::string_view& text) {
    text = trim(text);
    const std::size_t end = text.find_first_of(" \t");
    const std::string_view word = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : trim(text.substr(end));
    return word;
}

std::optional<int> parse_integer(std::string_view text) {
    const bool minus = !text.empty() && text[0] == '-';
    if (minus) text.remove_prefix(1);
    if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    int value = 0;
    for (const char digit : text) value = value * 10 + (digit - '0');
    return minus ? -value : value;
}

bool is_name(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

struct CheckName {
    std::string_view name;
    Check check;
};
constexpr CheckName check_names[] = {{"year_like", Check::year_like},
                                     {"alone", Check::alone},
                                     {"capital", Check::capital},
                                     {"before_noun", Check::before_noun},
                                     {"before_name", Check::before_name},
                                     {"before_count", Check::before_count},
                                     {"before_to", Check::before_to},
                                     {"line_clock", Check::line_clock},
                                     {"line_number", Check::line_number},
                                     {"about_year_like", Check::about_year_like},
                                     {"early_year_like", Check::early_year_like},
                                     {"far_year_like", Check::far_year_like},
                                     {"after_preposition", Check::after_preposition},
                                     {"sentence_start", Check::sentence_start},
                                     {"after_counted", Check::after_counted},
                                     {"before_clause", Check::before_clause},
                                     {"after_determiner", Check::after_determiner},
                                     {"live_entry", Check::live_entry}};

using SlotClasses = std::array<std::size_t, 256>;  // of the slots that a rule's patterns fill; max_classes for the others

/// A rule as written: patterns and meaning are compiled when all files are read.
struct Draft {
    std::string name, file;
    int line = 0;
    std::vector<std::pair<int, std::string>> patterns;  // line, text
    std::string means;
    int means_line = 0;
    std::vector<RuleCheck> checks;
    std::vector<RuleExample> examples;
    bool phrase = false;
};

enum class Examples { read, left_out };

class RuleReader {
public:
    explicit RuleReader(Examples examples) : examples_(examples) {}

    RulesResult run(std::span<const EmbeddedFile> files) {
        for (const EmbeddedFile& file : files)
            if (file.path.ends_with(".lexicon")) read_lexicon(file);
        for (const EmbeddedFile& file : files)
            if (!file.path.ends_with(".lexicon")) read_drafts(file);
        rules_->figure_words = {rules_->lexicon.class_of("NUMBER"), rules_->lexicon.class_of("ORDINAL")};
        rules_->tense_words = TenseWords(rules_->lexicon);
        for (const Draft& draft : drafts_)
            if (draft.phrase) compile_phrase(draft);
        for (const Draft& draft : drafts_)
            if (!draft.phrase) compile_rule(draft);
        index_root();
        if (result_.errors.empty()) result_.rules = rules_;
        return std::move(result_);
    }

private:
    void fail(std::string_view file, int line, const std::string& text) {
        result_.errors.push_back({"rules.syntax", Severity::error, std::string(file), std::nullopt,
                                  std::string(file) + ":" + std::to_string(line) + ": " + text});
    }

    template <typename Take>
    void each_line(const EmbeddedFile& file, Take take) {
        std::string_view rest = file.text;
        for (int number = 1; !rest.empty(); ++number) {
            const std::size_t end = rest.find('\n');
            std::string_view line = rest.substr(0, end);
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            line = trim(line);
            if (line.empty() || line[0] == '#') continue;
            if (line.size() > longest_line) {
                fail(file.path, number, "the line is too long");
                continue;
            }
            take(line, number);
        }
    }

    // class NAME [: PART]  /  word word_word = value [doubtful]
    void read_lexicon(const EmbeddedFile& file) {
        std::size_t id = max_classes;
        std::string part;
        each_line(file, [&](std::string_view line, int number) {
            std::string_view rest = line;
            if (take_word(rest) == "class") {
                const std::string name(take_word(rest));
                part.clear();
                if (take_word(rest) == ":") part = std::string(take_word(rest));
                if (!part.empty() && constants_of(part).empty()) return fail(file.path, number, "unknown list of values " + part);
                id = rules_->lexicon.class_of(name);
                if (id < static_cast<std::size_t>(FigureClass::size))
                    return fail(file.path, number, "the class " + name + " is computed and cannot be listed");
                if (id == max_classes) id = rules_->lexicon.add_class(name, part);
                if (id == max_classes) fail(file.path, number, "too many classes");
                return;
            }
            const std::size_t equals = line.rfind('=');
            if (id == max_classes || equals == std::string_view::npos)
                return fail(file.path, number, id == max_classes ? "a word before the first class" : "no = value");
            rest = line.substr(equals + 1);
            const std::string_view value_text = take_word(rest);
            const auto value = part.empty() ? parse_integer(value_text) : find_constant(part, value_text);
            if (!value) return fail(file.path, number, "unknown value '" + std::string(value_text) + "'");
            const std::string_view flag = take_word(rest);
            const bool doubtful = flag == "doubtful";
            const TagSet tags = tags_named(rest);
            if ((!flag.empty() && !doubtful) || (!rest.empty() && !tags))
                return fail(file.path, number, "unexpected '" + std::string(doubtful ? rest : flag) + "'");
            std::string_view listed = line.substr(0, equals);
            while (!(listed = trim(listed)).empty()) {
                std::string word(take_word(listed));
                std::replace(word.begin(), word.end(), '_', ' ');
                const std::size_t tokens = tokenize(word, {0, static_cast<std::uint32_t>(word.size())}).size();
                if (tokens == 1)
                    rules_->lexicon.add_sense(word, {static_cast<ClassId>(id), *value, doubtful, tags});
                else if (tokens > 1)
                    names_.class_phrases[id].emplace_back(word, *value);
            }
        });
    }

    void read_drafts(const EmbeddedFile& file) {
        Draft* draft = nullptr;
        std::set<std::string, std::less<>> here;
        each_line(file, [&](std::string_view line, int number) {
            std::string_view rest = line;
            const std::string_view key = take_word(rest);
            if (key == "rule" || key == "phrase") {
                const std::string name(rest);
                if (!is_name(name)) return fail(file.path, number, "a name is written with small letters, figures and _");
                if (!here.insert(std::string(key) + name).second)
                    return fail(file.path, number, std::string(key) + " " + name + " stands twice in this file");
                const auto old = std::find_if(drafts_.begin(), drafts_.end(),
                                              [&](const Draft& other) { return other.name == name && other.phrase == (key == "phrase"); });
                if (old != drafts_.end()) *old = {};  // a later file overrides
                draft = old != drafts_.end() ? &*old : &drafts_.emplace_back();
                draft->name = name;
                draft->file = std::string(file.path);
                draft->line = number;
                draft->phrase = key == "phrase";
                return;
            }
            if (!draft) return fail(file.path, number, "expected 'rule NAME'");
            if (key == "when")
                draft->patterns.emplace_back(number, std::string(rest));
            else if (key == "means" && !draft->phrase)
                draft->means = std::string(rest), draft->means_line = number;
            else if ((key == "if" || key == "unless") && !draft->phrase)
                read_check(*draft, file, number, key == "if", rest);
            else if ((key == "yes" || key == "no") && !draft->phrase)
                read_example(*draft, file, number, key == "yes", rest);
            else
                fail(file.path, number, "unknown line '" + std::string(key) + "'");
        });
    }

    void read_check(Draft& draft, const EmbeddedFile& file, int number, bool wanted, std::string_view name) {
        for (const CheckName& row : check_names)
            if (row.name == name) return draft.checks.push_back({row.check, wanted});
        fail(file.path, number, "unknown check '" + std::string(name) + "'");
    }

    // "text with [the expression]" @reference = EDTF timex VALUE
    void read_example(Draft& draft, const EmbeddedFile& file, int number, bool positive, std::string_view rest) {
        if (examples_ == Examples::left_out) return;
        RuleExample example{std::string(file.path), draft.name, {}, number, positive, {}, {}, {}};
        const std::size_t close = rest.rfind('"');
        if (rest.empty() || rest[0] != '"' || close == 0) return fail(file.path, number, "an example stands in \"quotation marks\"");
        example.text = std::string(rest.substr(1, close - 1));
        const bool marked = example.text.find('[') != std::string::npos && example.text.find(']') != std::string::npos;
        if (marked != positive)
            return fail(file.path, number, positive ? "the expression must stand in [brackets]" : "a negative example has no [brackets]");
        rest = trim(rest.substr(close + 1));
        while (!rest.empty()) {
            const std::string_view key = take_word(rest);
            if (key[0] == '@' && key.size() > 1)
                example.reference = std::string(key.substr(1));
            else if (key == "=")
                example.expected = std::string(take_word(rest));
            else if (key == "timex")
                example.timex = std::string(take_word(rest));
            else
                return fail(file.path, number, "unexpected '" + std::string(key) + "'");
        }
        if (positive && example.expected.empty() && example.timex.empty())
            return fail(file.path, number, "an example needs = EDTF or timex VALUE");
        draft.examples.push_back(std::move(example));
    }

    PatternSequences compile_patterns(const Draft& draft) {
        PatternSequences all;
        if (draft.patterns.empty()) fail(draft.file, draft.line, draft.name + " has no 'when'");
        for (const auto& [line, pattern] : draft.patterns) {
            PatternResult parsed = parse_pattern(pattern, names_, *rules_);
            if (!parsed.error.empty()) fail(draft.file, line, parsed.error);
            if (all.size() == 0) all = std::move(parsed.sequences);
            else all.add_all(parsed.sequences);
        }
        return all;
    }

    void compile_phrase(const Draft& draft) { names_.phrases[draft.name] = compile_patterns(draft); }

    void compile_rule(const Draft& draft) {
        const PatternSequences sequences = compile_patterns(draft);
        SlotClasses slots;
        slots.fill(max_classes);
        for (std::size_t i = 0; i < sequences.size(); ++i)
            for (const PatternStep& step : sequences[i])
                if (step.slot && step.is_class) slots[step.slot] = step.symbol;
        Rule rule;
        rule.name = draft.name;
        rule.file = draft.file;
        rule.line = draft.line;
        rule.checks = draft.checks;
        if (draft.means.empty()) return fail(draft.file, draft.line, draft.name + " has no 'means'");
        if (!read_means(draft, slots, rule)) return;
        const auto index = static_cast<std::uint32_t>(rules_->rules.size());
        rules_->rules.push_back(std::move(rule));
        for (std::size_t i = 0; i < sequences.size(); ++i) trie_.add(sequences[i], index);
        result_.examples.insert(result_.examples.end(), draft.examples.begin(), draft.examples.end());
    }

    // NAME(part = value, ...): value is a name of the pattern, a constant of the part or a number.
    bool read_means(const Draft& draft, const SlotClasses& slots, Rule& rule) {
        const auto wrong = [&](const std::string& text) {
            fail(draft.file, draft.means_line, text);
            return false;
        };
        const std::string_view means = draft.means;
        const std::size_t open = means.find('('), close = means.rfind(')');
        if (open == std::string_view::npos || close != means.size() - 1) return wrong("'means' is a call: NAME(part = value, ...)");
        const MeaningFunction* function = find_meaning_function(trim(means.substr(0, open)));
        if (!function) return wrong("unknown function '" + std::string(trim(means.substr(0, open))) + "'");
        rule.kind = function->kind;
        std::string_view rest = means.substr(open + 1, close - open - 1);
        while (!(rest = trim(rest)).empty()) {
            const std::size_t comma = rest.find(',');
            const std::string_view argument = rest.substr(0, comma);
            rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
            const std::size_t equals = argument.find('=');
            if (equals == std::string_view::npos) return wrong("no = in '" + std::string(argument) + "'");
            const std::string name(trim(argument.substr(0, equals))), value(trim(argument.substr(equals + 1)));
            if (!find_part(name) || !takes_part(*function, name)) return wrong(std::string(function->name) + " has no part '" + name + "'");
            RuleArgument compiled{find_part(name), 0, 0};
            const auto slot = std::find(rules_->slot_names.begin() + 1, rules_->slot_names.end(), value);
            const auto id = static_cast<SlotId>(slot - rules_->slot_names.begin());
            if (slot != rules_->slot_names.end() && slots[id] < max_classes) {
                compiled.slot = id;
                const std::string& list = rules_->lexicon.class_constants(slots[id]);
                if (constants_of(name) != (list.empty() ? std::string_view{} : constants_of(list)))
                    return wrong("the values of '" + value + "' are not those of the part '" + name + "'");
            } else if (const auto constant = find_constant(name, value)) {
                compiled.constant = *constant;
            } else if (const auto number = parse_integer(value)) {
                compiled.constant = *number;
            } else {
                return wrong("'" + value + "' is neither a name of the pattern nor a value of '" + name + "'");
            }
            rule.arguments.push_back(compiled);
        }
        return true;
    }

    void index_root() {
        rules_->trie = trie_.build();
        const std::size_t words = rules_->lexicon.entries().size() + 1;
        rules_->root_by_word.resize(words);
        const TrieNode& root = rules_->trie.nodes.front();
        const auto group = [](std::span<const TrieEdge> edges, auto take) {
            while (!edges.empty()) {
                const std::uint32_t symbol = edges.front().step.symbol;
                const auto other = std::find_if(edges.begin(), edges.end(), [&](const TrieEdge& edge) { return edge.step.symbol != symbol; });
                const auto count = static_cast<std::size_t>(other - edges.begin());
                take(symbol, edges.first(count));
                edges = edges.subspan(count);
            }
        };
        group(rules_->trie.words_of(root), [&](std::uint32_t word, std::span<const TrieEdge> edges) { rules_->root_by_word[word] = edges; });
        group(rules_->trie.classes_of(root), [&](std::uint32_t id, std::span<const TrieEdge> edges) {
            rules_->root_by_class[id] = edges;
            rules_->root_classes |= std::uint64_t{1} << id;
        });
        const std::vector<WordEntry>& entries = rules_->lexicon.entries();
        rules_->starts.resize(words);
        for (const WordEntry& entry : entries) {
            const bool figure = sense_of(&entry, rules_->figure_words.number) || sense_of(&entry, rules_->figure_words.ordinal);
            const std::uint64_t senses = entry.classes | (figure ? figures_of_word() : 0);
            Start& start = rules_->starts[entry.id];
            start.word = {MayBe::anything | MayBe::word(entry.id), senses};
            start.next.words = figure ? MayBe::anything : 0;
            for (const TrieEdge& edge : rules_->root_by_word[entry.id]) start.next.add(edge.next);
            for (std::size_t id = 0; id < max_classes; ++id)
                if (senses >> id & 1)
                    for (const TrieEdge& edge : rules_->root_by_class[id]) start.next.add(edge.next);
        }
    }

    Examples examples_;
    std::shared_ptr<RuleSet> rules_ = std::make_shared<RuleSet>();
    PatternNames names_;
    std::vector<Draft> drafts_;
    TrieBuilder trie_;
    RulesResult result_;
};

}  // namespace

RulesResult read_rules(std::span<const EmbeddedFile> files) {
    RulesResult read = RuleReader(Examples::read).run(files);
    std::string whole;
    for (const EmbeddedFile& file : files) whole.append(file.path).append("\n").append(file.text).append("\n");
    if (read.rules) std::const_pointer_cast<RuleSet>(read.rules)->sha256 = sha256(whole);  // nobody else has them yet
    return read;
}

const std::shared_ptr<const RuleSet>& english_rules() {
    // Never destroyed: taking it apart at the end of the program would cost more than it gives back.
    static const auto& rules = *new std::shared_ptr<const RuleSet>([] {
        RulesResult read = RuleReader(Examples::left_out).run(embedded::rules_en());
        assert(read.rules && "the embedded rules have an error; the tests name it");
        const auto own = std::const_pointer_cast<RuleSet>(read.rules);  // nobody else has them yet
        for (Rule& rule : own->rules) {
            rule.share = measured_share(rule.name, false);
            rule.doubtful_share = measured_share(rule.name, true);
        }
        return read.rules;
    }());
    return rules;
}

}  // namespace annals
