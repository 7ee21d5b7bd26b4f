import { takeReport } from '../exchange/report.ts'
import { readBody } from '../exchange/body.ts'
import type { House } from '../exchange/house.ts'
import { Refused, refuse } from '../exchange/refuse.ts'
import { wrongIn, type Draft } from './report-form.ts'

const most = 16 * 1024

/**
 * Whether a form was sent from a page of this register. There are no cookies, so a foreign page could not write in anybody's name; but it
 * could have its visitors send reports. Every browser says one of the two.
 */
function isOwn(request: Request, { publicUrl }: House): boolean {
  const [site, origin] = [request.headers.get('Sec-Fetch-Site'), request.headers.get('Origin')]
  if (site !== null && site !== 'same-origin') return false
  return origin === null ? site !== null : origin === publicUrl || origin === new URL(request.url).origin
}

/** The fields of a form. Refused as 'malformed' where it isn't one. */
async function fieldsIn(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) refuse('malformed')
  return new URLSearchParams(new TextDecoder('utf-8').decode(await readBody(request, most)))
}

/** Keeps a report out of the form of an entry's page; what could not be taken comes back with the reason. */
export async function postedReport(
  house: House,
  entry: string,
  request: Request,
  address: string,
): Promise<Draft | undefined> {
  if (!isOwn(request, house)) refuse('role')
  const fields = await fieldsIn(request)
  const text = (fields.get('text') ?? '').replace(/\r\n?/g, '\n').trim()
  const mail = (fields.get('mail') ?? '').trim()
  const wrong = wrongIn(text, mail)
  if (wrong) return { text, mail, wrong }
  try {
    await takeReport(house, { entry, text, mail }, address)
    return undefined
  } catch (error) {
    if (error instanceof Refused && error.reason === 'too-often') return { text, mail, wrong: 'tooOften' }
    throw error
  }
}
