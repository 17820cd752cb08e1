// Reads a script for Spark as its lexer does: quoted parts, comments, words, signs. What is called must be documented.
import assert from 'node:assert/strict';

/** Built-in functions of Spark SQL 4.0 that scripts call (https://spark.apache.org/docs/4.0.0/api/sql/). */
const FUNCTIONS = new Set(
  `array array_join array_sort cast coalesce collect_list concat_ws count date_format datediff from_utc_timestamp greatest least left length lower lpad
  max md5 min nullif position regexp_extract regexp_replace repeat replace right row_number rpad split_part struct substr sum
  timestamp_millis to_json transform translate trim try_cast unix_millis`.split(/\s+/),
);

/** Words of statements, clauses, types and operators (SQL reference of Spark 4.0, “Keywords”), and our own names. */
const WORDS = new Set(
  `and array as asc between bigint boolean both by cache case cast create date delete delta desc distinct double else end exists
  false first from function if in insert int into is join last lazy leading left limit matched merge not null nulls on or order
  over partition replace return returns rlike select set source string struct table target temporary then time trailing true
  union all update using values view when where with zone group`.split(/\s+/),
);
const OWN =
  /^(at_\w+|[a-z]\d*|p\d+_exact|n_exact|t|form|forms|exact|key|keys|bare|customer|contact|failed_hop|customer_key|is_ambiguous|rank_in_key|place|line|source_key|title|detail|url|(attribute|foreign|bare|form|time|written|ms|stamp|customer|contact|compared|filled)_?\d*(_read|_work)?|row_key|next_key|next_bare|contact_key|contact_bare|source|formed|ranked|first_rows|read_rows|reached|followed|judged|occurrence|fate|tried_key|is_conflicting|alternate|alternates|row_id|identity|record|records|smallest|is_matched|recorded|unified|found|found_\d+|best_\d+|customer_above|key_above|place_below|compared_\d+_above|position|ring|key_ring|item|digits|point|hour|minute|second|fraction|sign|zone|unit|day|month|year|clock|half|has_time|ms|early|late)$/;

/** Tokens of a script outside of quotes and comments; throws at a quote that does not end, and at what is not known. */
export function readSpark(script) {
  assert.ok(!script.includes('${'), 'a variable would be put in');
  const token =
    /--[^\n]*|'(?:[^'\\\n]|\\.)*'|`(?:[^`]|``)*`|[A-Za-z_]\w*|\d+(?:\.\d+)?|<>|<=|>=|\|\||->|[\s(),.;=<>+\-*/%:]/uy;
  const calls = new Set();
  let end = 0;
  let word = '';
  for (let match; (match = token.exec(script)) !== null; end = token.lastIndex) {
    const [text] = match;
    if (/^[A-Za-z_]/.test(text)) {
      assert.ok(
        WORDS.has(text) || FUNCTIONS.has(text) || OWN.test(text),
        `“${text}” is not a word of the script`,
      );
      word = text;
      continue;
    }
    if (text === '(' && word !== '') calls.add(word);
    if (text !== ' ') word = '';
  }
  assert.equal(end, script.length, `no token at: ${script.slice(end, end + 60)}`);
  for (const call of calls) {
    assert.ok(FUNCTIONS.has(call) || WORDS.has(call) || OWN.test(call), `${call} is not documented`);
  }
  return calls;
}
