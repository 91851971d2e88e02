// The exports as other projects' programs read them, and that all hold the same events in the same order: node exports.mjs FOLDER ANNALS
import ICAL from 'ical.js';
import { parse } from '@markwhen/parser';
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [folder, annals] = process.argv.slice(2), require = createRequire(import.meta.url);
const read = name => readFileSync(`${folder}/${name}`, 'utf8');
const events = name => JSON.parse(read(name + '.events.json'));
let failed = 0;
async function test(name, run) {
  try { await run(); console.log('ok      ' + name); } catch (error) { failed++; console.log('FAILED  ' + name + '\n' + error.stack); }
}
const dayAfter = day => new Date(Date.parse(day + 'T00:00:00Z') + 864e5).toISOString().slice(0, 10);
const inCalendar = day => day !== null && /^\d{4}/.test(day) && day >= '0001';

for (const name of ['valley', 'hostile', 'right_to_left']) {
  await test(`ical.js reads ${name}.ics: every event, its days, its words, in order`, () => {
    const calendar = new ICAL.Component(ICAL.parse(read(name + '.ics')));
    const entries = calendar.getAllSubcomponents(), all = events(name);
    assert.deepEqual(entries.map(entry => entry.getFirstPropertyValue('uid')), all.map(event => event.id + '@annals'));
    entries.forEach((entry, i) => {
      const event = all[i], summary = entry.getFirstPropertyValue('summary');
      const clean = text => text.replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '').replace(/\t/g, ' ');
      assert.ok(summary.startsWith(clean(event.headline)), summary);
      assert.ok(entry.getFirstPropertyValue('description').startsWith('“' + clean(event.quote) + '”'));
      if (inCalendar(event.earliest) && event.latest) {
        assert.equal(entry.name, 'vevent');
        assert.ok(entry.getFirstPropertyValue('dtstart').isDate);
        assert.equal(entry.getFirstPropertyValue('dtstart').toString(), event.earliest);
        assert.equal(entry.getFirstPropertyValue('dtend').toString(), dayAfter(event.latest));
      } else if (!event.date || !inCalendar(event.earliest ?? event.latest)) {
        assert.equal(entry.name, 'vjournal');
      }
      assert.ok(/^https?:/.test(entry.getFirstPropertyValue('url') ?? 'https:'));
    });
  });
  await test(`@markwhen/parser reads ${name}.mw: every dated event, its days, nothing else`, () => {
    const parsed = parse(read(name + '.mw')), dated = events(name).filter(event => event.date);
    assert.deepEqual(parsed.parseMessages, []);
    const entries = parsed.events.children;
    assert.equal(entries.length, dated.length);
    entries.forEach((entry, i) => {
      const event = dated[i];
      assert.deepEqual(entry.tags ?? [], []);
      if (inCalendar(event.earliest) && event.latest) {
        assert.equal(entry.dateRangeIso.fromDateTimeIso.slice(0, 10), event.earliest);
        assert.equal(new Date(entry.dateRangeIso.toDateTimeIso).toISOString().slice(0, 10), dayAfter(event.latest));
      }
      assert.doesNotMatch(JSON.stringify(entry), /\]\(javascript:/i);
    });
  });
}

await test('TimelineJS shows the events: valid, every dated one, in order, no script runs', async () => {
  const script = readFileSync(require.resolve('@knight-lab/timelinejs/dist/js/timeline.js'), 'utf8');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  for (const name of ['valley', 'right_to_left', 'hostile']) {
    const page = await browser.newPage();
    await page.route('**/*', route => route.abort());
    await page.setContent('<div id="timeline" style="width: 1000px; height: 600px"></div>');
    await page.addScriptTag({ content: script });
    const data = JSON.parse(read(name + '.timelinejs.json')), brief = event => event.text.headline.length < 1000;  // a word of 1 MB stops TimelineJS
    const made = await page.evaluate(async data => {
      const timeline = new TL.Timeline('timeline', data, { script_path: 'http://localhost/' });
      const drawn = () => document.querySelectorAll('.tl-slide').length > data.events.length;
      for (const end = performance.now() + 10000; !drawn() && performance.now() < end;) await new Promise(resolve => setTimeout(resolve, 50));
      await new Promise(resolve => setTimeout(resolve, 200));  // for what a broken picture would run
      const { config } = timeline;
      return { errors: config.getErrors(), ids: config.events.map(event => event.unique_id), years: config.events.map(event => event.start_date.data.date_obj.getFullYear()),
        slides: document.querySelectorAll('.tl-slide').length, ran: window.ran };
    }, { ...data, events: data.events.filter(brief) });
    const dated = events(name).filter(event => event.date && event.headline.length < 1000);
    assert.deepEqual(made.errors, []);
    assert.deepEqual(made.ids, dated.map(event => event.id));
    assert.equal(made.ran, undefined);
    assert.equal(made.slides, dated.length + 1);  // and the title's
    made.years.forEach((year, i) => { if (dated[i].earliest) assert.equal(year, Number(/^-?\d{4}/.exec(dated[i].earliest)[0])); });
    await page.close();
  }
  await browser.close();
});

// What each format says of its events, in order: the id where it has one, else the headline.
const told = {
  csv: text => text.split('\r\n').slice(1).filter(line => /^[0-9a-z]{13},/.test(line)).map(line => line.slice(0, 13)),
  json: text => JSON.parse(text).map(event => event.id),
  jsonl: text => text.split('\n').filter(Boolean).map(line => JSON.parse(line).id),
  ics: text => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents().map(entry => entry.getFirstPropertyValue('uid').slice(0, 13)),
  timelinejs: text => JSON.parse(text).events.map(event => event.unique_id),
  md: text => text.split('\n').filter(line => line.startsWith('- **')).map(line => line.replace(/^- \*\*.*?:\*\* /, '').replace(/ \*\(.*\)\*$/, '').replace(/\\/g, '')),
  markwhen: text => parse(text).events.children.map(entry => entry.firstLine.restTrimmed.replace(/^: /, '').replace(/ \([^()]*\)$/, '').replace(/\u2060/g, '')),
  html: text => [...text.matchAll(/<li class="ev[^"]*" id="e-([0-9a-z]{13})"/g)].map(match => match[1]),
};
await test('every format holds the events that query prints, in its order, and the same bytes twice', () => {
  const run = (...options) => execFileSync(annals, [...options, '--db', folder + '/samples.db'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  for (const filter of [[], ['--from', '1990', '--to', '2023-09-24', '--mode', 'certain'], ['--kind', 'statement,plan'], ['--text', 'the', '--to', '1920'], ['--min-sources', '2']]) {
    const events = run('query', '--format', 'jsonl', '--undated', ...filter).split('\n').filter(Boolean).map(line => JSON.parse(line));
    for (const [format, read] of Object.entries(told)) {
      const report = run('report', '--format', format, '--undated', ...filter), name = `${format} ${filter.join(' ')}`;
      assert.equal(run('report', '--format', format, '--undated', ...filter), report, name + ': the same bytes');
      const expected = format === 'timelinejs' || format === 'markwhen' ? events.filter(event => event.date) : events;
      assert.deepEqual(read(report), expected.map(event => format === 'md' || format === 'markwhen' ? event.headline : event.id), name);
    }
  }
});

console.log(failed ? `${failed} failed` : 'all passed');
process.exit(failed ? 1 : 0);
