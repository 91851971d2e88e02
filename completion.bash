# bash completion for annals
_annals() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} words=
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W 'import query report gaps documents why conflicts fix merge split hide undo orphans dates extract read formats info check backup diff help version man completion --help --version' -- "$word"))
        return
    fi
    case $command,$before in
        import,--published) return;;
        import,--publisher) return;;
        import,--mentions) COMPREPLY=($(compgen -f -- "$word")); return;;
        import,--map) return;;
        import,--jobs) return;;
        import,--rules) COMPREPLY=($(compgen -f -- "$word")); return;;
        import,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        query,--from) return;;
        query,--to) return;;
        query,--on) return;;
        query,--mode) COMPREPLY=($(compgen -W 'possible certain within' -- "$word")); return;;
        query,--text) return;;
        query,--kind) return;;
        query,--publisher) return;;
        query,--min-sources) return;;
        query,--histogram) COMPREPLY=($(compgen -W 'year month day' -- "$word")); return;;
        query,--limit) return;;
        query,--after) return;;
        query,--format) COMPREPLY=($(compgen -W 'table csv json jsonl' -- "$word")); return;;
        query,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        report,--from) return;;
        report,--to) return;;
        report,--on) return;;
        report,--mode) COMPREPLY=($(compgen -W 'possible certain within' -- "$word")); return;;
        report,--text) return;;
        report,--kind) return;;
        report,--publisher) return;;
        report,--min-sources) return;;
        report,--format) COMPREPLY=($(compgen -W 'html csv json jsonl md ics timelinejs markwhen' -- "$word")); return;;
        report,--split) COMPREPLY=($(compgen -W 'year none' -- "$word")); return;;
        report,--compare) return;;
        report,--compare-db) COMPREPLY=($(compgen -f -- "$word")); return;;
        report,--title) return;;
        report,--output) COMPREPLY=($(compgen -f -- "$word")); return;;
        report,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        gaps,--from) return;;
        gaps,--to) return;;
        gaps,--on) return;;
        gaps,--mode) COMPREPLY=($(compgen -W 'possible certain within' -- "$word")); return;;
        gaps,--text) return;;
        gaps,--kind) return;;
        gaps,--publisher) return;;
        gaps,--min-sources) return;;
        gaps,--longer-than) return;;
        gaps,--format) COMPREPLY=($(compgen -W 'table json' -- "$word")); return;;
        gaps,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        documents,--format) COMPREPLY=($(compgen -W 'table json' -- "$word")); return;;
        documents,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        why,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        conflicts,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        fix,--date) return;;
        fix,--headline) return;;
        fix,--kind) COMPREPLY=($(compgen -W 'occurrence statement plan state' -- "$word")); return;;
        fix,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        merge,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        split,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        hide,--why) return;;
        hide,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        undo,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        orphans,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        dates,--format) COMPREPLY=($(compgen -W 'table jsonl timeml' -- "$word")); return;;
        dates,--reference) return;;
        dates,--rules) COMPREPLY=($(compgen -f -- "$word")); return;;
        extract,--rules) COMPREPLY=($(compgen -f -- "$word")); return;;
        read,--format) COMPREPLY=($(compgen -W 'text json' -- "$word")); return;;
        read,--map) return;;
        info,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        check,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        backup,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        diff,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
    esac
    case $command in
        import) words='--help --published --publisher --mentions --map --jobs --dry-run --rules --db';;
        query) words='--help --from --to --on --mode --text --kind --publisher --min-sources --undated --unverified --count --histogram --limit --after --format --raw --db';;
        report) words='--help --from --to --on --mode --text --kind --publisher --min-sources --undated --unverified --format --with-texts --split --compare --compare-db --title --raw --output --db';;
        gaps) words='--help --from --to --on --mode --text --kind --publisher --min-sources --unverified --longer-than --format --db';;
        documents) words='--help --undated --format --db';;
        why) words='--help --db';;
        conflicts) words='--help --db';;
        fix) words='--help --date --headline --kind --db';;
        merge) words='--help --db';;
        split) words='--help --db';;
        hide) words='--help --why --db';;
        undo) words='--help --db';;
        orphans) words='--help --db';;
        dates) words='--help --format --reference --rules';;
        extract) words='--help --rules';;
        read) words='--help --format --map';;
        formats) words='--help';;
        info) words='--help --db';;
        check) words='--help --db';;
        backup) words='--help --db';;
        diff) words='--help --db';;
        help) words='import query report gaps documents why conflicts fix merge split hide undo orphans dates extract read formats info check backup diff help version man completion';;
        version) words='--help';;
        man) words='--help';;
        completion) words='bash zsh fish';;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _annals annals
