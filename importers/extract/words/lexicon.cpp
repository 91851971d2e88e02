#include "importers/extract/words/lexicon.h"

#include <algorithm>

namespace annals {
namespace {

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte; }

std::size_t hash(std::string_view word) {
    std::uint64_t value = 0xcbf29ce484222325u;
    for (const char byte : word) value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
    return static_cast<std::size_t>(value ^ value >> 29);
}

constexpr std::size_t key_room = 4;  // places by key for each slot

constexpr std::array<std::string_view, static_cast<std::size_t>(FigureClass::size)> figure_names = {
    "YEAR", "SHORTYEAR", "DAY", "NTH", "NUM", "DIGITS", "DECADE", "CLOCK", "DOTCLOCK", "BARECLOCK", "HOUR", "NUMDATE", "ISODATE", "YEARWORDS"};

}  // namespace

std::string_view figure_class_name(FigureClass figure) { return figure_names[static_cast<std::size_t>(figure)]; }

std::string_view fold_word(std::string_view word, std::array<char, 32>& buffer) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < word.size() && size < buffer.size(); ++i) {
        if (word[i] == '.' && word.size() > 1) continue;
        if (word[i] == '\xe2' && word.size() - i > 2 && word[i + 1] == '\x80' && (word[i + 2] == '\x99' || word[i + 2] == '\x98')) {
            buffer[size++] = '\'';
            i += 2;
            continue;
        }
        buffer[size++] = lower(word[i]);
    }
    if (size == 0) size = word.copy(buffer.data(), buffer.size());  // ".." is a word of its own
    return {buffer.data(), size};
}

Lexicon::Lexicon() : slots_(64) {
    make_places();
    for (std::size_t i = 0; i < figure_names.size(); ++i) classes_.push_back({std::string(figure_names[i]), {}});
}

std::size_t Lexicon::slot_of(std::string_view folded) const {
    std::size_t slot = hash(folded) & (slots_.size() - 1);
    while (slots_[slot] && entries_[slots_[slot] - 1].spelled != folded) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
}

std::uint32_t Lexicon::find_key(Key key) const {
    for (std::size_t place = place_of(key);; place = (place + 1) & (by_key_.size() - 1)) {
        const std::uint32_t id = by_key_[place] & ~goes_on;
        if (!id || keys_[id] == key) return id;
    }
}

std::uint32_t Lexicon::find_folded(std::string_view word) const {
    if (word.size() > 32) return 0;
    std::array<char, 32> buffer;
    return slots_[slot_of(fold_word(word, buffer))];
}

WordEntry& Lexicon::add(std::string_view word) {
    std::array<char, 32> buffer;
    const std::string_view folded = fold_word(word, buffer);
    if (const std::uint32_t found = slots_[slot_of(folded)]) return entries_[found - 1];
    if (entries_.size() * 2 >= slots_.size()) {
        slots_.assign(slots_.size() * 2, 0);
        for (std::uint32_t i = 0; i < entries_.size(); ++i) slots_[slot_of(entries_[i].spelled)] = i + 1;
        make_places();
    }
    entries_.push_back({std::string(folded), static_cast<std::uint32_t>(entries_.size() + 1), 0, {}});
    slots_[slot_of(folded)] = static_cast<std::uint32_t>(entries_.size());
    std::array<char, key_size> bytes{};
    const bool has_key = folded.size() <= key_size;
    if (has_key) folded.copy(bytes.data(), key_size);
    keys_.push_back(has_key ? key_of(bytes.data(), folded.size()) : Key{});
    add_place(entries_.back().id);
    return entries_.back();
}

void Lexicon::make_places() {
    by_key_.assign(slots_.size() * key_room, 0);
    place_shift_ = std::countl_zero(by_key_.size()) + 1;
    for (const WordEntry& entry : entries_) add_place(entry.id);
}

void Lexicon::add_place(std::uint32_t id) {
    if (keys_[id] == Key{}) return;
    std::size_t place = place_of(keys_[id]);
    while (by_key_[place]) {
        by_key_[place] |= goes_on;
        place = (place + 1) & (by_key_.size() - 1);
    }
    by_key_[place] = id;
}

void Lexicon::add_sense(std::string_view word, const WordSense& sense) {
    WordEntry& entry = add(word);
    entry.classes |= std::uint64_t{1} << sense.word_class;
    for (WordSense& old : entry.senses)
        if (old.word_class == sense.word_class) {
            old = sense;
            return;
        }
    entry.senses.push_back(sense);
}

std::size_t Lexicon::class_of(std::string_view name) const {
    for (std::size_t i = 0; i < classes_.size(); ++i)
        if (classes_[i].name == name) return i;
    return max_classes;
}

std::size_t Lexicon::add_class(std::string name, std::string constants) {
    if (classes_.size() >= max_classes) return max_classes;
    classes_.push_back({std::move(name), std::move(constants)});
    return classes_.size() - 1;
}

}  // namespace annals
