// The commands: each a function of its options in a file of its own, command_*.cpp. Gives the exit status.
#pragma once

#include "cli/console.h"
#include "cli/options.h"

namespace annals {

int import_command(const Options& options, Console& console);
int query_command(const Options& options, Console& console);
int report_command(const Options& options, Console& console);
int gaps_command(const Options& options, Console& console);
int documents_command(const Options& options, Console& console);
int why_command(const Options& options, Console& console);
int check_command(const Options& options, Console& console);
int backup_command(const Options& options, Console& console);
int diff_command(const Options& options, Console& console);
int conflicts_command(const Options& options, Console& console);
int fix_command(const Options& options, Console& console);
int merge_command(const Options& options, Console& console);
int split_command(const Options& options, Console& console);
int hide_command(const Options& options, Console& console);
int undo_command(const Options& options, Console& console);
int orphans_command(const Options& options, Console& console);
int dates_command(const Options& options, Console& console);
int extract_command(const Options& options, Console& console);
int read_command(const Options& options, Console& console);
int formats_command(const Options& options, Console& console);
int info_command(const Options& options, Console& console);
int help_command(const Options& options, Console& console);
int version_command(const Options& options, Console& console);
int man_command(const Options& options, Console& console);
int completion_command(const Options& options, Console& console);

}  // namespace annals
