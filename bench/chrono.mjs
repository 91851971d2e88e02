// chrono.mjs FILE: what chrono-node finds in JSON Lines of {"id", "dct", "text"}, in the form of `annals dates --format jsonl`.
import * as chrono from 'chrono-node';
import {createInterface} from 'node:readline';
import {createReadStream} from 'node:fs';

const lines = createInterface({input: createReadStream(process.argv[2], 'utf8')});
for await (const line of lines) {
    const {id, dct, text} = JSON.parse(line);
    const timexes = chrono.parse(text, dct ? new Date(dct) : undefined).map(found =>
        ({begin: found.index, end: found.index + found.text.length, text: found.text, value: found.start.date().toISOString()}));
    process.stdout.write(JSON.stringify({id, timexes}) + '\n');
}
