'use strict';
(() => {
  const $ = id => document.getElementById(id);
  const words = JSON.parse($('strings').textContent);
  const say = (key, ...values) => words[key].replace(/\{(\d)\}/g, (_, i) => values[i]);
  const DAY = 864e5, number = new Intl.NumberFormat('en');

  // What the page holds: its own events, or, in the overview of a split report, those of all pages. Bounds of a date that nobody gave are NaN.
  const home = $('index');
  const fields = ['q', 'from', 'to', 'mode', 'kind', 'source', 'precision', 'sources'];
  const defaults = { mode: 'possible' };
  const value = id => $(id).value.trim();
  function bounds(text) {
    const parts = String(text).split(','), all = parts.slice(0, 4).map(x => x === '' ? NaN : +x);
    const [startMin, startMax, endMin, endMax] = all.length === 1 ? Array(4).fill(all[0]) : all;
    return { startMin, startMax, endMin, endMax, span: parts[4] === 's' };
  }
  const undated = { startMin: NaN, startMax: NaN, endMin: NaN, endMax: NaN, span: false };
  const others = text => text ? text.split(' ').map(bounds) : null;
  const list = text => String(text).split(' ');
  function fromPage() {
    return Array.from(document.getElementsByClassName('ev'), element => {
      const get = name => element.getAttribute('data-' + name), d = get('d');
      return { element, id: element.id.slice(2), dated: d !== null, ...(d === null ? undated : bounds(d)), others: others(get('o')), kind: get('k'),
        precision: get('p') ?? '', sources: list(get('s')), independent: +(get('m') ?? 1), document: get('doc'), mark: get('n') };
    });
  }
  function fromIndex() {
    const index = JSON.parse(home.textContent);
    return index.ids.map((id, i) => {
      const d = index.bounds[i];
      return { element: null, id, number: i, dated: d !== '', ...(d === '' ? undated : bounds(d)), others: others(index.others[i]), kind: index.kindNames[index.kinds[i]],
        precision: d === '' ? '' : index.precisionNames[index.precisions[i]], sources: list(index.sources[i]), independent: index.independent[i], document: index.documents[i], part: index.parts[i], mark: String(i) };
    });
  }
  const events = home ? fromIndex() : fromPage();
  let shown = events, current = -1, texts = null, documents = null;
  const once = make => { let made; return () => made ??= make(); };
  const sections = once(() => {
    let next = 0;
    return Array.from(document.querySelectorAll('.year'), element => {
      const lists = Array.from(element.querySelectorAll('ol')), size = lists.reduce((sum, one) => sum + one.children.length, 0), first = next;
      next += size;
      return { element, lists, count: element.querySelector('h2 small'), first, size };
    });
  });
  // The words of an event, wherever they stand.
  function told(event) {
    if (home) {
      texts ??= JSON.parse($('texts').textContent);
      const [when, edtf, by] = texts.rest[event.number] ?? (event.dated ? [inWords(event.startMin), format(event.startMin), ''] : ['', '', '']);
      return { when, edtf, by, headline: texts.words[2 * event.number], quote: texts.words[2 * event.number + 1] };
    }
    const text = part => event.element.querySelector(part)?.textContent ?? '';
    return { edtf: event.element.dataset.t ?? (event.dated ? format(event.startMin) : ''), by: text('.by'), headline: text('.what > h3, .what > h4'), quote: text('blockquote') };
  }
  function documentOf(event) {
    documents ??= JSON.parse($('documents').textContent);
    const [key, title, publisher, url, published] = documents[event.document] ?? [];
    return [key, title, publisher, url ?? key, published];
  }

  // Days: whole days since 1970-01-01, proleptic Gregorian, astronomical years.
  const dayOf = (year, month, day) => { const date = new Date(0); date.setUTCFullYear(year, month - 1, day); return Math.round(date / DAY); };
  const format = day => {
    const date = new Date(day * DAY), year = date.getUTCFullYear(), two = n => String(n).padStart(2, '0');
    return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0') + '-' + two(date.getUTCMonth() + 1) + '-' + two(date.getUTCDate());
  };
  const plainYear = day => { const year = new Date(day * DAY).getUTCFullYear(); return year > 0 ? String(year) : say('bc', 1 - year); };
  const inWords = day => { const date = new Date(day * DAY); return say('day', date.getUTCDate(), words['month.' + (date.getUTCMonth() + 1)], plainYear(day)); };
  // "1994", "44 BC", "-0043", "2023-09", "2023-09-26" -> [first day, last day]; null for anything else.
  function parse(text) {
    let match = /^(\d{1,4})\s*BCE?$/i.exec(text);
    if (match && +match[1] > 0) return [dayOf(1 - match[1], 1, 1), dayOf(1 - match[1], 12, 31)];
    match = /^(-?\d{1,4})(?:-(\d\d?)(?:-(\d\d?))?)?$/.exec(text);
    if (!match) return null;
    const [, year, month, day] = match.map(Number);
    if (!match[2]) return [dayOf(year, 1, 1), dayOf(year, 12, 31)];
    if (month < 1 || month > 12) return null;
    const last = dayOf(year, month + 1, 0), first = dayOf(year, month, 1);
    if (!match[3]) return [first, last];
    return day >= 1 && first + day - 1 <= last ? [first + day - 1, first + day - 1] : null;
  }
  function ends() {
    const read = (id, end) => {
      const text = value(id), days = text === '' ? [NaN, NaN] : parse(text);
      $(id).setAttribute('aria-invalid', !days);
      return days ? days[end] : NaN;
    };
    const from = read('from', 0), to = read('to', 1);
    const bad = ['from', 'to'].find(id => $(id).getAttribute('aria-invalid') === 'true');
    $('bad-date').textContent = bad ? say('bad', value(bad)) : '';
    return [from, to];
  }

  // As in_window of core/time: a bound that nobody gave may lie anywhere, which is possible, never certain.
  function lies(date, from, to, mode) {
    const byTo = bound => isNaN(to) || (isNaN(bound) ? mode === 'possible' : bound <= to);
    const byFrom = bound => isNaN(from) || (isNaN(bound) ? mode === 'possible' : bound >= from);
    if (mode === 'certain') return byTo(date.startMax) && byFrom(date.endMin);
    if (mode === 'within') return byFrom(date.startMin) && byTo(date.endMax);
    return byTo(date.startMin) && byFrom(date.endMax);
  }
  // A window finds an event by any date that one of its sources gives.
  function inWindow(event, from, to, mode) {
    if (isNaN(from) && isNaN(to)) return true;
    return event.dated && (lies(event, from, to, mode) || !!event.others?.some(other => lies(other, from, to, mode)));
  }

  // Lower case without accents, unit by unit, so that places in the folded text are places in the text.
  const fold = text => /^[\x00-\x7f]*$/.test(text) ? text.toLowerCase()
    : Array.from({ length: text.length }, (_, i) => (text[i].normalize('NFD')[0].toLowerCase() + ' ')[0]).join('');
  // Whole words of headline or quote, as `annals query --text` finds them: letters and digits, in which accents and case do not count.
  const plain = text => (/^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFD').replace(/\p{M}+/gu, '')).toLowerCase().replace(/[^\p{L}\p{N}\p{Co}]+/gu, ' ').trim();
  const searched = event => {
    if (event.text === undefined) { const { headline, quote } = told(event); event.text = ' ' + plain(headline) + ' | ' + plain(quote) + ' '; }
    return event.text;
  };
  const needles = () => value('q').split(/\s+/).filter(Boolean).map(word => ' ' + plain(word) + ' ');  // a word without a letter is found nowhere

  function highlight(query) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete('found');
    const wanted = fold(query).split(/\s+/).filter(Boolean);
    if (!wanted.length) return;
    const found = new Highlight(), letter = /[\p{L}\p{N}]/u;
    for (const { element } of shown.slice(0, 500))
      for (const part of element?.querySelectorAll('.what > h3, .what > h4, blockquote') ?? []) {
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode());) {
          const text = fold(node.data);
          for (const needle of wanted)
            for (let at = text.indexOf(needle); at >= 0 && found.size < 5000; at = text.indexOf(needle, at + needle.length)) {
              if (letter.test(text[at - 1] ?? ' ') || letter.test(text[at + needle.length] ?? ' ')) continue;
              const range = new Range();
              range.setStart(node, at);
              range.setEnd(node, at + needle.length);
              found.add(range);
            }
        }
      }
    CSS.highlights.set('found', found);
  }

  const state = () => {
    const kept = new URLSearchParams();
    for (const id of fields) if (value(id) && value(id) !== (defaults[id] ?? '')) kept.set(id, value(id));
    return String(kept);
  };
  function apply(remember) {
    const [from, to] = ends(), wanted = needles(), mode = value('mode'), kind = value('kind'), precision = value('precision'), least = +value('sources') || 1;
    const source = value('source') && String($('source').selectedIndex - 1), kept = state(), filtered = kept !== '';
    shown = !filtered ? events : events.filter(event =>
      inWindow(event, from, to, mode) && (!kind || event.kind === kind) && (!source || event.sources.includes(source)) &&
      (!precision || event.precision === precision) && event.independent >= least && wanted.every(word => searched(event).includes(word)));
    if (home) showParts(kept);
    else if (filtered || apply.was) showList();
    apply.was = filtered;
    $('none').hidden = shown.length > 0;
    const span = (isNaN(from) ? '' : ', ' + say('from', value('from'))) + (isNaN(to) ? '' : ', ' + say('to', value('to')));
    $('count').textContent = shown.length === events.length ? (events.length === 1 ? say('one') : say('all', number.format(events.length)))
      : say('some', number.format(shown.length), number.format(events.length)) + span;
    highlight(value('q'));
    strip?.show(from, to);
    if (remember) history.replaceState(null, '', kept ? '#' + kept : location.pathname + location.search);
  }
  function showList() {
    const all = shown.length === events.length, visible = new Set(shown);
    for (const event of events) {
      const hide = !all && !visible.has(event);
      if (event.element.hidden !== hide) event.element.hidden = hide;
    }
    for (const section of sections()) {
      let count = 0;
      for (let i = section.first; i < section.first + section.size; i++) count += !events[i].element.hidden;
      section.element.hidden = !count;
      section.whole ??= section.count.textContent;
      section.count.textContent = count === section.size ? section.whole : say('year', number.format(count), number.format(section.size));
      for (const list of section.lists) {
        const any = all || Array.prototype.some.call(list.children, child => !child.hidden);
        list.hidden = !any;
        if (list.previousElementSibling?.tagName === 'H3') list.previousElementSibling.hidden = !any;
      }
    }
    // A silence stands between two events; it is told when both are shown.
    for (const silence of silences()) silence.element.hidden = silence.before.element.hidden || silence.after.element.hidden;
  }

  // The overview of a split report: what was found, a few at a time, and how much of it stands on each page.
  const parts = home ? Array.from(document.querySelectorAll('.part'), element => {
    const link = element.querySelector('a'), count = element.querySelector('small');
    return { element, link, file: link.getAttribute('href'), count, whole: count.textContent, size: 0 };
  }) : [];
  for (const event of home ? events : []) parts[event.part].size++;
  const page = 100, harmless = text => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
  function showParts(kept) {
    const counts = Array(parts.length).fill(0);
    for (const event of shown) counts[event.part]++;
    parts.forEach((part, i) => {
      part.element.hidden = !counts[i];
      part.count.textContent = counts[i] === part.size ? part.whole : say('year', number.format(counts[i]), number.format(part.size));
      part.link.href = part.file + (kept && '#' + kept);
    });
    for (const event of events) event.element = null;
    current = -1;
    $('hits').replaceChildren();
    $('hits').hidden = !kept;
    $('more').hidden = true;
    if (kept) showHits(0);
  }
  function showHits(first) {
    for (const event of shown.slice(first, first + page)) $('hits').append(hit(event));
    $('more').hidden = shown.length <= first + page;
    $('more').firstChild.textContent = say('more', number.format(Math.min(page, shown.length - first - page)));
  }
  function hit(event) {
    const make = (name, className, text, ...children) => {
      const made = document.createElement(name);
      if (className) made.className = className;
      if (text) made.textContent = harmless(text);
      made.append(...children);
      return made;
    };
    const { when, headline, quote } = told(event), [, title, publisher, url, published] = documentOf(event), days = parse(published ?? '');
    const date = make('a', 'date', when || words.undated), cite = make('cite', '', publisher || title);
    date.href = parts[event.part].file + '#e-' + event.id;
    const link = /^https?:\/\/[^\s]+$/i.test(url ?? '') ? make('a', '', '', cite) : cite;
    if (link !== cite) Object.assign(link, { href: url, rel: 'noopener noreferrer' });
    const what = make('h3', '', headline), said = make('blockquote', '', quote?.slice(0, 600));
    what.dir = said.dir = 'auto';
    event.element = make('li', 'ev', '', make('div', 'when', '', date), make('div', 'what', '', what, said, make('p', 'src', '', link, published ? ', ' + (days && days[0] === days[1] ? inWords(days[0]) : harmless(published)) : '')));
    event.element.event = event;
    return event.element;
  }
  function clear() {
    for (const id of fields) $(id).value = defaults[id] ?? '';
    apply(true);
  }
  function restore() {
    const hash = location.hash.slice(1);
    if (!hash.includes('=')) return false;
    const state = new URLSearchParams(hash);
    for (const id of fields) {
      const wanted = state.get(id) ?? defaults[id] ?? '';
      $(id).value = wanted;
      if ($(id).value !== wanted) $(id).value = defaults[id] ?? '';
    }
    return true;
  }

  const silences = once(() => Array.from(document.querySelectorAll('.silence'), element => {
    const walk = step => {
      for (let at = step(element); at; at = step(at)) {
        const found = at.matches('.ev') ? [at] : at.querySelectorAll('.ev');
        if (found.length) return step === before ? found[found.length - 1] : found[0];
      }
      return null;
    };
    const before = e => e.previousElementSibling, after = e => e.nextElementSibling;
    return { element, before: { element: walk(before) ?? element }, after: { element: walk(after) ?? element } };
  }));

  const strip = $('overview') && makeStrip($('overview'));
  function makeStrip(svg) {
    const pieces = svg.dataset.axis.trim().split(' ').map(piece => piece.split(',').map(Number));
    const first = pieces[0][0], last = pieces[pieces.length - 1][1] - 1, height = 72;
    const toPercent = day => {
      for (const [a, b, x, y] of pieces) if (day <= b) return day <= a ? x : x + (y - x) * (day - a) / (b - a);
      return pieces[pieces.length - 1][3];
    };
    const toDay = percent => {
      for (const [a, b, x, y] of pieces) if (percent <= y) return percent <= x ? a : Math.min(last, Math.floor(a + (b - a) * (percent - x) / (y - x)));
      return last;
    };
    const make = (name, attributes) => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const key in attributes) made.setAttribute(key, attributes[key]);
      return svg.appendChild(made);
    };
    const marks = new Map(Array.from(svg.querySelectorAll('[data-n]'), mark => [mark.dataset.n, mark]));
    const density = svg.querySelector('.density'), bins = 150;
    const live = density && make('g', { class: 'density' });
    const left = make('rect', { class: 'shade', x: 0, y: 0, width: 0, height }), right = make('rect', { class: 'shade', y: 0, width: 0, height });
    const low = $('range-from'), high = $('range-to');
    $('range').hidden = false;

    function drawDensity() {
      const all = shown.length === events.length;
      density.classList.toggle('pale', !all);
      live.replaceChildren();
      if (all) return;
      const add = list => {
        const counts = Array(bins).fill(0);
        for (const event of list) {
          if (!event.dated) continue;
          const known = isNaN(event.startMin) ? event.endMax : event.startMin, end = isNaN(event.endMax) ? (isNaN(event.startMax) ? known : event.startMax) : event.endMax;
          const bin = percent => Math.min(bins - 1, Math.floor(percent * bins / 100));
          const a = toPercent(known), b = toPercent(end + 1), exact = event.startMin === event.endMax && !event.span;
          const from = bin(exact ? (a + b) / 2 : a), to = exact ? from : Math.max(from, bin(b - .001));
          for (let i = from; i <= to; i++) counts[i] += 1 / (to - from + 1);
        }
        return counts;
      };
      drawDensity.most ??= Math.max(...add(events));
      const counts = add(shown);
      for (let i = 0; i < bins; i++) {
        if (!counts[i]) continue;
        const tall = Math.max(2, Math.sqrt(counts[i] / drawDensity.most) * (height - 6));
        live.appendChild(make('rect', { class: 'dur', x: 100 * i / bins + '%', y: height - tall, width: 82 / bins + '%', height: tall }));
      }
    }

    function show(from, to) {
      if (marks.size) {
        const visible = new Set(shown);
        for (const event of events) marks.get(event.mark)?.classList.toggle('off', !visible.has(event));
      }
      if (density) drawDensity();
      const a = isNaN(from) ? 0 : toPercent(from), b = isNaN(to) ? 100 : toPercent(to + 1);
      left.setAttribute('width', Math.max(0, a) + '%');
      right.setAttribute('x', b + '%');
      right.setAttribute('width', Math.max(0, 100 - b) + '%');
      low.value = Math.round(a * 10);
      high.value = Math.round(b * 10);
      low.setAttribute('aria-valuetext', format(isNaN(from) ? first : from));
      high.setAttribute('aria-valuetext', format(isNaN(to) ? last : to));
    }
    const set = (from, to) => {
      $('from').value = from === null || from <= first ? '' : format(from);
      $('to').value = to === null || to >= last ? '' : format(to);
      apply(true);
    };
    low.addEventListener('input', () => {
      const [, to] = ends(), day = +low.value ? toDay(low.value / 10) : first;
      set(Math.min(day, isNaN(to) ? last : to), isNaN(to) ? last : to);
    });
    high.addEventListener('input', () => {
      const [from] = ends(), day = +high.value < 1000 ? toDay(high.value / 10) : last;
      set(isNaN(from) ? first : from, Math.max(day, isNaN(from) ? first : from));
    });

    let pressed = null;
    const dayAt = event => { const box = svg.getBoundingClientRect(); return toDay(Math.min(100, Math.max(0, (event.clientX - box.left) / box.width * 100))); };
    svg.addEventListener('pointerdown', event => { if (event.button === 0) { pressed = { x: event.clientX, day: dayAt(event), moved: false }; svg.setPointerCapture(event.pointerId); } });
    svg.addEventListener('pointermove', event => {
      if (!pressed || (!pressed.moved && Math.abs(event.clientX - pressed.x) < 6)) return;
      pressed.moved = true;
      const day = dayAt(event);
      set(Math.min(pressed.day, day), Math.max(pressed.day, day));
    });
    svg.addEventListener('pointerup', event => {
      if (pressed && !pressed.moved) {  // a click goes to what begins there or next
        const day = dayAt(event), at = shown.findIndex(e => e.dated && (isNaN(e.startMin) ? e.endMax : e.startMin) >= day);
        go(at < 0 ? shown.findLastIndex(e => e.dated) : at);
      }
      pressed = null;
    });
    svg.addEventListener('pointercancel', () => { pressed = null; });
    svg.addEventListener('dblclick', () => set(null, null));
    return { show };
  }

  // The current event: the one that keys move from, and that can be cited.
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.className = 'copy';
  copy.addEventListener('click', () => cite(copy.closest('.ev')));
  function choose(element) {
    events[current]?.element.classList.remove('current');
    current = element.event ? events.indexOf(element.event) : events.findIndex(event => event.element === element);
    if (current < 0) return;
    element.classList.add('current');
    copy.textContent = words.copy;
    element.querySelector('.what').prepend(copy);
  }
  function go(index) {
    const event = shown[Math.min(shown.length - 1, Math.max(0, index))];
    if (!event) return;
    if (home && !state()) return void (location.href = parts[event.part].file + '#e-' + event.id);
    if (!event.element) showHits($('hits').children.length);
    choose(event.element);
    const link = event.element.querySelector('.date');
    link.focus({ preventScroll: true });
    event.element.scrollIntoView({ block: 'nearest' });
  }
  const step = by => {
    const at = shown.indexOf(events[current]);
    go(at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by);
  };
  document.addEventListener('focusin', e => { const element = e.target.closest?.('.ev'); if (element && element !== events[current]?.element) choose(element); });
  document.addEventListener('pointerover', e => {
    const element = e.pointerType === 'mouse' && e.target.closest?.('.ev');
    if (element && !copy.matches(':focus') && copy.closest('.ev') !== element) { copy.textContent = words.copy; element.querySelector('.what').prepend(copy); }
  });
  async function cite(element) {
    if (!element) return;
    const text = part => (element.querySelector(part)?.textContent ?? '').trim();
    const source = Array.from((element.querySelector('.src') ?? element).childNodes, node => node.className === 'ref' ? '' : node.textContent).join('').trim();
    const link = element.querySelector('.src a[href^="http"]')?.href ?? '';
    const when = text('.date'), citation = `${when.slice(0, 1).toUpperCase() + when.slice(1)}: ${text('.what > h3, .what > h4')}. “${text('blockquote')}” ${source}${link ? ' <' + link + '>' : ''}`;
    try {
      await navigator.clipboard.writeText(citation);
    } catch {
      const area = document.body.appendChild(document.createElement('textarea'));
      area.value = citation;
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    copy.textContent = words.copied;
  }

  // What is shown, with the columns of `annals report --format csv`.
  const cell = (text, free) => {
    const guarded = free && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(guarded) ? '"' + guarded.replace(/"/g, '""') + '"' : guarded;
  };
  function save() {
    const rows = ['id,date,earliest,latest,precision,shape,kind,headline,quote,attributed_to,document,title,publisher,url,published'];
    const day = bound => bound === undefined || isNaN(bound) ? '' : format(bound);
    for (const event of shown) {
      const { edtf, by, headline, quote } = told(event), [key, title, publisher, link, published] = documentOf(event);
      const shape = !event.dated ? 'undated' : event.span ? 'span' : 'point';
      rows.push([event.id, edtf, day(event.startMin), day(event.endMax), event.precision, shape, event.kind].map(word => cell(word)).concat(
        [headline, quote, by, key, title, publisher, link].map(word => cell(word ?? '', true)),
        [cell(published ?? '', !/^-?[\dX]+[-~?%/.:T+\dX]*$/.test(published))]).join(','));
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff', rows.join('\r\n'), '\r\n'], { type: 'text/csv' }));
    link.download = words.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  let typing = 0;
  for (const id of ['q', 'from', 'to']) $(id).addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(apply, events.length > 3000 ? 200 : 60, true); });
  for (const id of fields.slice(3)) $(id).addEventListener('change', () => apply(true));
  $('more')?.addEventListener('click', () => {
    const first = $('hits').children.length;
    showHits(first);
    $('hits').children[first].querySelector('a').focus();  // the keys go on there
  });
  $('clear').addEventListener('click', clear);
  $('save').addEventListener('click', save);
  $('keys').addEventListener('click', () => $('dialog').showModal());
  $('close').addEventListener('click', () => $('dialog').close());
  addEventListener('hashchange', () => { if (restore()) { unfold(); apply(false); } });
  addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || $('dialog').open) return;
    const field = e.target.closest?.('input, select, textarea');
    if (e.key === 'Escape') return clear();
    if ((field && field.type !== 'range') || !$('letters').checked) return;
    const act = {
      '/': () => { e.preventDefault(); $('q').focus(); },
      j: () => step(1), k: () => step(-1), c: () => cite(events[current]?.element), o: () => events[current]?.element.querySelector('.src a[href^="http"]')?.click(),
      '?': () => $('dialog').showModal(),
    }[e.key];
    act?.();
  });

  $('controls').hidden = false;
  restore();
  // A narrow window folds the filters of the second row, unless one is set.
  const narrow = matchMedia('(max-width: 46rem)');
  const unfold = () => { $('rest').open = !narrow.matches || fields.slice(4).some(value); };
  narrow.addEventListener('change', unfold);
  unfold();
  apply(false);
  window.chronology = { shown: () => shown.map(event => event.id) };  // what is shown, for those who look at the page with a program
  performance.mark('ready');
  // The list has moved since the browser went to the event of the address, and moves again when what is near it is laid out.
  if (home && /^#e-/.test(location.hash)) {
    const event = events.find(one => one.id === location.hash.slice(3));
    if (event) location.replace(parts[event.part].file + location.hash);
  }
  const linked = /^#e-/.test(location.hash) && $(location.hash.slice(1));
  const reach = times => {
    linked.scrollIntoView({ behavior: 'instant' });
    if (times > 0) requestAnimationFrame(() => reach(times - 1));
  };
  if (linked) reach(3);
})();
