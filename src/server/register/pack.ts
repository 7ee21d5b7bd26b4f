import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { concat, toHex } from '../../shared/bytes.ts'
import { digestOf } from '../../shared/digest.ts'
import { writeBase, type Base } from '../../shared/register/base.ts'
import type { NewBase } from '../store/register.ts'

const attribution = 'Wikidata (wikidata.org), CC0'
/** Packed once, when it is loaded: the best brotli can do is worth its seconds. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 } }

/** A base with the bytes that the app loads. */
export function packed({ asOf, towns, links }: Omit<Base, 'attribution'>): NewBase {
  const bytes = writeBase({ asOf, attribution, towns, links })
  return {
    asOf,
    hash: toHex(digestOf(bytes)),
    bytes,
    gzip: concat(gzipSync(bytes, { level: 9 })),
    brotli: concat(brotliCompressSync(bytes, quality)),
    towns,
    links,
  }
}
