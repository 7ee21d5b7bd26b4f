import type { Language } from '../../shared/language.ts'

const megabyte = 1e6

/** "412 MB", "1,3 GB"; never less than one megabyte. */
export function sayBytes(bytes: number, language: Language): string {
  const megabytes = Math.max(1, Math.round(bytes / megabyte))
  const [amount, unit] = megabytes < 1000 ? [megabytes, 'megabyte'] : [megabytes / 1000, 'gigabyte']
  const shape = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  // The unit must not stand alone on the next line.
  return new Intl.NumberFormat(language, shape).format(amount).replace(' ', '\u00A0')
}
