import { html, raw } from 'hono/html'
import { languages } from '../../shared/language.ts'
import type { House } from '../exchange/house.ts'

/** Pages in one part of the map, each of them in all languages: a part may name 50,000. */
const perPart = 2000
const declaration = raw('<?xml version="1.0" encoding="utf-8"?>\n')
const everything = { type: '', country: '', seeks: false, words: [], day: '', town: 0 } as const

/** Which parts there are. */
export async function sitemapIndex({ store, publicUrl }: House) {
  const [{ count: entries }, { count: towns }] = await Promise.all([
    store.listed(everything, 0, 1),
    store.towns([], '', 0, 1),
  ])
  const parts = (name: string, count: number): string[] =>
    Array.from({ length: Math.ceil(count / perPart) }, (_, at) => `${name}-${at}`)
  return html`${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      ${['pages-0', ...parts('entries', entries), ...parts('towns', towns)].map(
        (part) => html`<sitemap><loc>${publicUrl}/register/sitemap/${part}.xml</loc></sitemap> `,
      )}</sitemapindex
    > `
}

async function pathsOf({ store }: House, kind: string, from: number): Promise<string[]> {
  if (kind === 'pages') return from === 0 ? ['', '/towns'] : []
  if (kind === 'towns')
    return (await store.towns([], '', from, perPart)).towns.map(({ slug }) => `/town/${slug}`)
  return (await store.listed(everything, from, perPart)).entries.map(({ entry }) => `/entry/${entry}`)
}

/** One part, by its name; undefined if there is none of this name. */
export async function sitemapPart(house: House, name: string) {
  const [, kind = '', at = ''] = /^(pages|entries|towns)-(\d{1,4})\.xml$/.exec(name) ?? []
  if (kind === '') return undefined
  const paths = await pathsOf(house, kind, Number(at) * perPart)
  const address = (language: string, path: string): string => `${house.publicUrl}/register/${language}${path}`
  return html`${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      ${paths.flatMap((path) =>
        languages.map((language) => html`<url><loc>${address(language, path)}</loc></url> `),
      )}</urlset
    > `
}
