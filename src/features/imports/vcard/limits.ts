/** What a contact file may hold: far more than a person's address book, and little enough to read at once. */
export const limits = {
  /** Bytes of the whole file. */
  file: 32 * 1024 * 1024,
  cards: 20_000,
  /** Unfolded lines of the whole file. */
  lines: 1_500_000,
  /** Lines of one card that are kept; the rest of it is left out. */
  properties: 5_000,
  /** Lines of one name that are read, other than a group's members. */
  sameName: 100,
  /** Bytes before the colon of a line. A line without one up to there is no property. */
  header: 4_000,
  /**
   * Bytes of one value before decoding: quoted-printable takes three for a byte, UTF-8 up to four for a
   * character.
   */
  rawValue: 120_000,
  /** Characters of a remark or an address. */
  text: 10_000,
  /** Characters of a name, number or other single line. */
  line: 300,
  /** Pieces that a value is divided into; those behind are left out. */
  parts: 200,
  /** Phone numbers, groups and so on of one person. */
  list: 50,
  /** Bytes of a decoded photo. */
  photo: 8 * 1024 * 1024,
} as const
