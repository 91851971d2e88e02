// For every filter the ids that the page shows are those that `annals query` prints, in its order: node filters.mjs FOLDER ANNALS
// FOLDER holds samples.db, samples.html and, split by year, years.html, both made of that database.
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

const [folder, annals] = process.argv.slice(2);
const asked = new Map();  // both pages ask the same
const query = options => {
  const key = JSON.stringify(options);
  if (!asked.has(key)) asked.set(key, ask(options));
  return asked.get(key);
};
const ask = options => {
  const out = execFileSync(annals, ['query', '--db', folder + '/samples.db', '--format', 'jsonl', ...options], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return out.split('\n').filter(Boolean).map(line => JSON.parse(line));
};
const everything = query(['--undated']), publishers = [...new Set(everything.flatMap(event => event.sources.map(source => source.publisher)).filter(Boolean))];
const words = ['the', 'fire', 'FIRE', 'built', 'Karabakh', 'nagorno-karabakh', 'Stepanakert people', 'lighthous', 'zzz', '1907', "ship's", '"', 'é'];
const windows = [['2023', ''], ['', '1900'], ['2023-09-19', '2023-09-26'], ['1914', '1916-06'], ['300 BC', '200 BC'], ['-0299', '-0199'], ['2024', '2030'], ['1953-02-01', '1953-02-01']];
const edtf = text => { const year = /^(\d+) BC$/.exec(text); return year ? String(1 - year[1]).replace('-', '').padStart(4, '0').replace(/^/, '-') : text; };

const filters = [{}];
for (const q of words) filters.push({ q });
for (const kind of ['occurrence', 'statement', 'plan', 'state']) filters.push({ kind });
for (const source of publishers) filters.push({ source });
for (const precision of [...new Set(everything.filter(event => event.date).map(event => event.precision))]) filters.push({ precision });
for (const sources of ['2', '3']) filters.push({ sources });
for (const [from, to] of windows) for (const mode of ['possible', 'certain', 'within']) filters.push({ from, to, mode });
filters.push({ q: 'the', from: '2023', kind: 'statement' }, { from: '1900', mode: 'certain', kind: 'occurrence', q: 'in' }, { precision: 'year', from: '1990', to: '2023', mode: 'within' });
// `query` prints the precision; to filter by it is the page's own.
const expectedIds = filter => query(options(filter)).filter(event => !filter.precision || (event.date && event.precision === filter.precision)).map(event => event.id);

const options = ({ q, kind, source, sources, from, to, mode }) => [
  ...(q ? ['--text', q] : []), ...(kind ? ['--kind', kind] : []), ...(source ? ['--publisher', source.replace(/,/g, '\\,')] : []), ...(sources ? ['--min-sources', sources] : []),
  ...(from ? ['--from=' + edtf(from)] : []), ...(to ? ['--to=' + edtf(to)] : []), ...(mode ? ['--mode', mode] : []), ...(from || to ? [] : ['--undated'])];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
let failed = 0, checked = 0, some = 0;
for (const name of ['samples', 'years']) {
  const page = await browser.newPage();
  await page.goto(`file://${folder}/${name}.html`);
  for (const filter of filters) {
    if (filter.source?.includes(',')) continue;  // a comma parts names on the command line
    const fields = ['q', 'from', 'to', 'mode', 'kind', 'source', 'precision', 'sources'].filter(id => filter[id]);
    const missing = await page.evaluate(([filter, fields]) => {
      document.getElementById('clear').click();
      for (const id of fields) {
        const field = document.getElementById(id);
        field.value = filter[id];
        if (field.value !== filter[id]) return id;  // the page offers only what it holds
      }
      document.getElementById('mode').dispatchEvent(new Event('change'));
      for (let more = document.querySelector('#more:not([hidden])'); more; more = document.querySelector('#more:not([hidden])')) more.click();
      return null;
    }, [filter, fields]);
    const expected = expectedIds(filter);
    const ids = missing ? [] : await page.evaluate(() => window.chronology.shown());
    const count = missing ? null : await page.textContent('#count');
    const visible = missing || name === 'years' ? null : await page.$$eval('.ev', events => events.filter(e => !e.hidden && !e.closest('[hidden]')).map(e => e.id.slice(2)));
    try {
      assert.deepEqual(ids, expected);
      if (visible) assert.deepEqual(visible, expected);
      if (count) assert.equal(count.replace(/, from .*|, to .*/, ''), expected.length === everything.length ? `All ${expected.length} events` : `${expected.length} of ${everything.length} events`);
      checked++;
      some += expected.length > 0 && expected.length < everything.length;
    } catch (error) {
      failed++;
      console.log(`FAILED  ${name} ${JSON.stringify(filter)}\n${error.message}`);
    }
  }
  await page.close();
}
await browser.close();
console.log(`${checked} filters agree, ${some} of them with some events and not all; ${failed} differ`);
process.exit(failed || some < 30 ? 1 : 0);
