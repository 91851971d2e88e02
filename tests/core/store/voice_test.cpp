#include "core/store/voice.h"

#include "core/store/database.h"
#include "core/store/store.h"

#include "tests/catch.hpp"
#include "tests/core/store/made.h"

#include <chrono>
#include <random>

using namespace annals;

namespace {

StoredVoice made_voice() {
    StoredVoice told;
    told.voice.document = "a key\nof 2 lines";
    told.voice.publisher = "The 7 Post";
    told.voice.published = -3;
    told.voice.quote = {3, 4000000000};
    told.voice.date = *parse_date("1994-05-06T10:30/1995").date;
    told.voice.date.utc_offset = -300;
    told.voice.date.open_end = true;
    told.range = 7;
    told.verified = true;
    told.voice.planned = true;
    told.hash = "hash";
    told.sketch = "0 0";
    return told;
}

void check_same(const StoredVoice& a, const StoredVoice& b) {
    CHECK(a.voice.document == b.voice.document);
    CHECK(a.voice.publisher == b.voice.publisher);
    CHECK(a.voice.published == b.voice.published);
    CHECK(a.voice.quote == b.voice.quote);
    CHECK(a.voice.date == b.voice.date);
    CHECK(a.voice.planned == b.voice.planned);
    CHECK(a.range == b.range);
    CHECK(a.verified == b.verified);
    CHECK(a.hash == b.hash);
    CHECK(a.sketch == b.sketch);
}

/// Every event with all of its sources, as far as the rule about them goes.
std::vector<std::string> all_of(const Store& store) {
    std::vector<std::string> result;
    EventQuery everything;
    everything.undated = UndatedLane::with;
    for (const Event& event : store.query(everything)) {
        result.push_back(event.id + " " + event.date.edtf + " " + event.headline + " " + std::to_string(event.conflicts) + " " +
                         std::to_string(independent_sources(event.sources)));
        for (const EventSource& source : event.sources)
            result.push_back(source.document + " " + std::to_string(source.quote_span.begin) + " " + std::string(to_string(source.role)));
    }
    return result;
}

/// Few events, told again and again: with other words around them, by other houses, on other days; every fourth is a copy of another's text.
ReadDocument made_document(std::mt19937& random, int number) {
    const auto any = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
    const std::string words = any(4) == 0 ? " again" : " in " + std::to_string(any(1000));
    std::vector<made::Said> said;
    for (const std::string place : {"arden", "brent", "cove"})
        if (any(4) > 0)
            said.push_back({"A flood of the river came to " + place + words, pick({"2020-09-27", "2020-09-27", "2020-09-27T10:00", "2020-09", "2020-09-27/2020-09-28"}),
                            "flood", {place, "river"}});
    said.push_back({"The end" + words, "", "end", {}});
    return made::document("document " + std::to_string(number), pick({"", "Post", "Mail", "Times"}), pick({"", "2020-10-01", "2020-10-02", "2021"}), said);
}

}  // namespace

TEST_CASE("voice: what is written is read") {
    const std::string text = voice_text(made_voice()), empty = voice_text({});
    check_same(read_voice(text), made_voice());
    check_same(read_voice(empty), {});
    StoredVoice undated = made_voice();
    undated.voice.date = {};
    undated.voice.publisher = {};
    undated.range.reset();
    undated.verified = false;
    const std::string of_undated = voice_text(undated);
    check_same(read_voice(of_undated), undated);
    for (std::size_t size = 0; size < text.size(); ++size) {
        const StoredVoice cut = read_voice(std::string_view(text).substr(0, size));
        CHECK(cut.voice.document.size() + cut.sketch.size() <= size);
    }
}

TEST_CASE("voice: an event's kept voices are what their mentions say, whatever came before") {
    std::mt19937 random(11);
    made::Folder folder;
    Store kept(folder.file("kept.db")), anew(folder.file("anew.db"));
    const Database of_kept(folder.file("kept.db"), Database::Access::read_write, std::chrono::seconds(1));
    const Database of_anew(folder.file("anew.db"), Database::Access::read_write, std::chrono::seconds(1));
    const auto both = [&](const auto& step) {
        of_anew.run("UPDATE event_mention SET voice = NULL");
        step(kept);
        step(anew);
    };
    const auto any = [&](std::size_t count) { return random() % count; };
    std::vector<ReadDocument> documents;
    std::int64_t most = 0, decided = 0, given_ones = 0, again = 0;
    for (int step = 0; step < 400; ++step) {
        const std::size_t what = any(20);
        const std::vector<Event> events = kept.query({});
        if (what < 8 || documents.size() < 8) {
            documents.push_back(made_document(random, step));
            both([&](Store& store) { store.add(documents.back()); });
        } else if (what < 12) {  // the same text otherwise read, by another house or of another day
            ReadDocument& read = documents[any(documents.size())];
            read.document.publisher = made_document(random, 0).document.publisher;
            read.published = made_document(random, 0).published;
            if (any(2) == 0) read.mentions.front().date = *parse_date(any(2) == 0 ? "2020-09-27" : "2020-09-27/2020-09-28").date;
            both([&](Store& store) { again += store.add(read) == AddOutcome::read_anew; });
        } else if (what < 14) {  // another text, somewhat shifted
            ReadDocument& read = documents[any(documents.size())];
            const std::string before = "New. ";
            read.document.text = before + read.document.text;
            for (Mention& mention : read.mentions) mention.quote.begin += 5, mention.quote.end += 5;
            both([&](Store& store) { again += store.add(read) == AddOutcome::new_version; });
        } else if (what < 17) {
            const ReadDocument& read = documents[any(documents.size())];
            GivenMentionRow given{read.mentions.front(), read.document.text.substr(read.mentions.front().quote.begin, 12), any(2) == 0 ? "" : "nobody knows"};
            given.mention.quote.end = given.mention.quote.begin + 12;
            given.mention.trigger_lemma = "given";
            given.mention.terms = {"arden", "brent", "flood", "given", "river"};
            const std::string key = document_key(read.document);
            both([&](Store& store) {
                const GivenOutcome outcome = store.add_given(key, {given});
                given_ones += outcome.verified + outcome.unverified;
            });
        } else if (events.size() > 1) {
            ++decided;
            const Event& event = events[any(events.size())];
            const std::string other = events[any(events.size())].id;
            if (what == 17 && event.id != other) both([&](Store& store) { store.merge_events({event.id, other}); });
            else if (what == 18) both([&](Store& store) { store.undo(); });
            else both([&](Store& store) { store.fix_event(event.id, {"2020-09-27", "", ""}); });
        }
        REQUIRE(all_of(kept) == all_of(anew));
        if (step % 20 == 0) REQUIRE(kept.faults().empty());
        most = std::max(most, of_kept.integer("SELECT count(voice) FROM event_mention").value());
    }
    CHECK(kept.faults().empty());
    CHECK(most > 50);
    CHECK(decided > 10);
    CHECK(given_ones > 10);
    CHECK(again > 50);
    of_kept.run("UPDATE event_mention SET voice = replace(voice, '2020', '2019') WHERE voice IS NOT NULL");
    CHECK_FALSE(kept.faults().empty());
}

TEST_CASE("voice: a database of an older schema is read and then kept") {
    made::Folder folder;
    std::mt19937 random(5);
    std::vector<ReadDocument> documents;
    for (int i = 0; i < 30; ++i) documents.push_back(made_document(random, i));
    const auto add = [&](const std::string& name, std::size_t first, std::size_t last) {
        Store store(folder.file(name));
        for (std::size_t i = first; i < last; ++i) store.add(documents[i]);
        return all_of(store);
    };
    add("new.db", 0, 20);
    add("old.db", 0, 20);
    {
        const Database old(folder.file("old.db"), Database::Access::read_write, std::chrono::seconds(1));
        old.script("ALTER TABLE event_mention DROP COLUMN voice; ALTER TABLE mention DROP COLUMN wording;"
                   " ALTER TABLE mention RENAME COLUMN day_sentences TO sole;"
                   " ALTER TABLE document_topic DROP COLUMN days; ALTER TABLE document_topic DROP COLUMN beside; PRAGMA user_version = 13");
    }
    CHECK(add("old.db", 20, 30) == add("new.db", 20, 30));
    const Database old(folder.file("old.db"), Database::Access::read_only, std::chrono::seconds(1));
    CHECK(old.integer("SELECT count(voice) FROM event_mention").value() > 20);
    CHECK(Store(folder.file("old.db")).faults().empty());
}
