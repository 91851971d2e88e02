// Work that is made in order, done by many threads and taken in the same order, with bounded memory.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace annals {

/// `Unit` is any movable value; `Unit::weight()` is about its bytes.
template <class Unit>
class OrderedWork {
public:
    /// Gives each unit to `put`, until that returns false.
    using Make = std::function<void(const std::function<bool(Unit&&)>& put)>;

    /// At most `weight` waits at a time (one unit at least), and sixteen units a job.
    /// `work` runs in `jobs` threads, `take` in the calling one; `take` returns false to stop. Rethrows what any of them throws.
    static void run(int jobs, std::size_t weight, const Make& make, const std::function<void(Unit&)>& work,
                    const std::function<bool(Unit&)>& take) {
        OrderedWork all(static_cast<std::size_t>(jobs) * 16, weight);
        std::vector<std::jthread> threads;
        threads.emplace_back([&] { all.guard([&] { make([&](Unit&& unit) { return all.put(std::move(unit)); }); }); all.close(); });
        for (int i = 0; i < jobs; ++i)
            threads.emplace_back([&] { while (all.work_one(work)) {} });
        try {
            while (all.take_one(take)) {}
        } catch (...) {
            all.stop();
            throw;
        }
        all.stop();
        threads.clear();
        if (all.fault_) std::rethrow_exception(all.fault_);
    }

private:
    struct Place {
        Unit unit;
        std::size_t weight;
        bool ready = false;
    };

    OrderedWork(std::size_t most, std::size_t weight) : most_(most), most_weight_(weight) {}

    bool put(Unit&& unit) {
        std::unique_lock lock(mutex_);
        const std::size_t weight = unit.weight();
        room_.wait(lock, [&] { return stopped_ || places_.empty() || (places_.size() < most_ && weight_ + weight <= most_weight_); });
        if (stopped_) return false;
        weight_ += weight;
        places_.push_back(std::make_unique<Place>(Place{std::move(unit), weight}));
        waiting_.notify_one();
        return true;
    }

    bool work_one(const std::function<void(Unit&)>& work) {
        std::unique_lock lock(mutex_);
        waiting_.wait(lock, [&] { return stopped_ || closed_ || next_ < places_.size(); });
        if (stopped_ || next_ >= places_.size()) return false;
        Place* place = places_[next_++].get();
        lock.unlock();
        guard([&] { work(place->unit); });
        lock.lock();
        place->ready = true;
        ready_.notify_one();
        return true;
    }

    bool take_one(const std::function<bool(Unit&)>& take) {
        std::unique_lock lock(mutex_);
        ready_.wait(lock, [&] { return stopped_ || (places_.empty() ? closed_ : places_.front()->ready); });
        if (stopped_ || places_.empty()) return false;
        const std::unique_ptr<Place> place = std::move(places_.front());
        places_.pop_front();
        --next_;
        lock.unlock();
        const bool go_on = take(place->unit);
        lock.lock();
        weight_ -= place->weight;
        room_.notify_one();
        return go_on;
    }

    template <class Function>
    void guard(Function&& function) {
        try {
            function();
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!fault_) fault_ = std::current_exception();
            stop_locked();
        }
    }

    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        waiting_.notify_all();
        ready_.notify_all();
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        stop_locked();
    }

    void stop_locked() {
        stopped_ = true;
        room_.notify_all();
        waiting_.notify_all();
        ready_.notify_all();
    }

    const std::size_t most_, most_weight_;
    std::mutex mutex_;
    std::condition_variable room_, waiting_, ready_;
    std::deque<std::unique_ptr<Place>> places_;  // in order; those before next_ are being worked on or ready
    std::size_t next_ = 0, weight_ = 0;
    bool closed_ = false, stopped_ = false;
    std::exception_ptr fault_;
};

}  // namespace annals
