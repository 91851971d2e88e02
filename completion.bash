# bash completion for annals
_annals() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} words=
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W 'import query report documents why dates extract read formats info help version man completion --help --version' -- "$word"))
        return
    fi
    case $command,$before in
        import,--published) return;;
        import,--publisher) return;;
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
        report,--title) return;;
        report,--output) COMPREPLY=($(compgen -f -- "$word")); return;;
        report,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        documents,--format) COMPREPLY=($(compgen -W 'table json' -- "$word")); return;;
        documents,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        why,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
        dates,--format) COMPREPLY=($(compgen -W 'table jsonl timeml' -- "$word")); return;;
        dates,--reference) return;;
        dates,--rules) COMPREPLY=($(compgen -f -- "$word")); return;;
        extract,--rules) COMPREPLY=($(compgen -f -- "$word")); return;;
        read,--format) COMPREPLY=($(compgen -W 'text json' -- "$word")); return;;
        read,--map) return;;
        info,--db) COMPREPLY=($(compgen -f -- "$word")); return;;
    esac
    case $command in
        import) words='--help --published --publisher --map --jobs --dry-run --rules --db';;
        query) words='--help --from --to --on --mode --text --kind --publisher --min-sources --undated --unverified --count --histogram --limit --after --format --raw --db';;
        report) words='--help --from --to --on --mode --text --kind --publisher --min-sources --undated --unverified --format --title --raw --output --db';;
        documents) words='--help --undated --format --db';;
        why) words='--help --db';;
        dates) words='--help --format --reference --rules';;
        extract) words='--help --rules';;
        read) words='--help --format --map';;
        formats) words='--help';;
        info) words='--help --db';;
        help) words='import query report documents why dates extract read formats info help version man completion';;
        version) words='--help';;
        man) words='--help';;
        completion) words='bash zsh fish';;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _annals annals
