import type { Check } from '../shape.ts'

/** Characters that turn the direction of what stands around them, or can't be seen. Joiners stay: some scripts need them. */
const tricks =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\u206A-\u206F\uFEFF\uFFF9-\uFFFB]/g

/** A text of somebody else as it may be shown: nothing in it turns or hides what stands beside it. */
export const shownText = (text: string): string => text.replace(tricks, '')

/** No control character but, where lines are welcome, the one that begins a line; no half of a character. */
const isPlain = (text: string, lines: boolean): boolean =>
  !(lines ? /(?!\n)\p{Cc}/u : /\p{Cc}/u).test(text) && !/\p{Cs}/u.test(text)

/** One line of at most so many characters (UTF-16 units), and at least so many that can be seen. */
export const isLine =
  (most: number, least = 0): Check =>
  (value) =>
    typeof value === 'string' &&
    value.length <= most &&
    isPlain(value, false) &&
    shownText(value).trim().length >= least

/** Lines of at most so many characters. */
export const isParagraph =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most && isPlain(value, true)

/** '' or an address of the web that leads where it says: http or https, without a name or password in it. */
export const isWebAddress =
  (most: number): Check =>
  (value) => {
    if (value === '') return true
    if (!isLine(most)(value) || !/^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(value as string)) return false
    try {
      const { hostname, username, password } = new URL(value as string)
      return hostname.includes('.') && username + password === ''
    } catch {
      return false
    }
  }

/** '' or a mail address: one @, and a dot behind it. */
export const isMailAddress: Check = (value) =>
  value === '' ||
  (typeof value === 'string' &&
    value.length <= 200 &&
    /^[^\s@<>"(),:;?&\\]+@[^\s@<>"(),:;?&\\]+\.[^\s@<>"(),:;?&\\.]+$/.test(value) &&
    isPlain(value, false))

/** '' or a phone number as people write it. */
export const isPhoneNumber: Check = (value) =>
  value === '' || (typeof value === 'string' && /^\+?[\d(][\d ()/.\-\u2013]{2,39}$/.test(value))
