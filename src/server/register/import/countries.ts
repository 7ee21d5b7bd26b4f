/** Names of countries as exports have them where English has another one by now, or Wikidata a longer one. */
const aliases: { readonly [name: string]: string } = {
  'czech republic': 'CZ',
  "people's republic of china": 'CN',
  'united states of america': 'US',
  turkey: 'TR',
  'republic of macedonia': 'MK',
  palestine: 'PS',
  'palestinian national authority': 'PS',
  'state of palestine': 'PS',
  'republic of ireland': 'IE',
  'ivory coast': 'CI',
  'republic of the congo': 'CG',
  'democratic republic of the congo': 'CD',
  'east timor': 'TL',
  burma: 'MM',
  myanmar: 'MM',
  'the gambia': 'GM',
  'kingdom of the netherlands': 'NL',
  'kingdom of denmark': 'DK',
}

const capitals = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
const spell = (name: string): string => name.toLowerCase().replaceAll('’', "'").replaceAll('&', 'and').trim()

function allNames(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const known = capitals.flatMap((one) => capitals.map((two) => one + two))
  // Codes that were given up have the name of what came after: the first one in the alphabet isn't always today's.
  const today = known.filter((code) => new Intl.Locale(`und-${code}`).region === code)
  const pairs = today.flatMap((code) => {
    const name = names.of(code)
    return name === undefined ? [] : [[spell(name), code] as const]
  })
  return new Map([...pairs, ...Object.entries(aliases)])
}

let known: Map<string, string> | undefined

/** ISO 3166 in two capitals for such a code or an English name; '' for what is none. */
export function countryOf(text: string): string {
  if (/^[A-Z]{2}$/.test(text)) return text
  known ??= allNames()
  return known.get(spell(text)) ?? ''
}
