/** What a format asks for. */
export type Needs = {
  /** How many people at least and at most. */
  readonly people: readonly [from: number, to: number]
  /** Where people are: each at home, or together at one place. */
  readonly where: readonly ('apart' | 'together')[]
  readonly ages: readonly ('young' | 'old')[]
  /** 'common': all must understand each other; 'helper': one person who interprets is enough. */
  readonly language: 'common' | 'helper' | 'none'
  readonly money: 'none' | 'little' | 'some'
}

const apart: Needs['where'] = ['apart']
const together: Needs['where'] = ['together']
const anywhere: Needs['where'] = ['apart', 'together']
const young: Needs['ages'] = ['young']
const grown: Needs['ages'] = ['old']
const everybody: Needs['ages'] = ['young', 'old']

/** More people than anybody counts. */
const any = 9999

/** What each format asks for, in the order of the handbook. */
export const needs = {
  stammtisch: { people: [5, 15], where: apart, ages: everybody, language: 'helper', money: 'none' },
  kochen: { people: [8, 60], where: apart, ages: everybody, language: 'helper', money: 'little' },
  onlinedinner: { people: [4, 10], where: apart, ages: grown, language: 'helper', money: 'little' },
  stadtfuehrung: { people: [3, any], where: apart, ages: everybody, language: 'helper', money: 'little' },
  tandem: { people: [2, 20], where: apart, ages: everybody, language: 'common', money: 'none' },
  briefe: { people: [2, any], where: apart, ages: everybody, language: 'helper', money: 'little' },
  quiz: { people: [10, 60], where: anywhere, ages: everybody, language: 'none', money: 'none' },
  festakt: { people: [30, 150], where: apart, ages: everybody, language: 'helper', money: 'some' },
  festwoche: { people: [5, any], where: apart, ages: everybody, language: 'none', money: 'none' },
  foto: { people: [10, any], where: apart, ages: everybody, language: 'none', money: 'some' },
  gaming: { people: [8, 30], where: anywhere, ages: young, language: 'none', money: 'some' },
  chor: { people: [10, 200], where: apart, ages: everybody, language: 'none', money: 'some' },
  lesekreis: { people: [6, 14], where: apart, ages: grown, language: 'helper', money: 'little' },
  ideenboerse: { people: [10, 40], where: anywhere, ages: grown, language: 'helper', money: 'none' },
  fachgespraech: { people: [4, 12], where: anywhere, ages: grown, language: 'helper', money: 'none' },
  hackathon: { people: [10, 50], where: together, ages: everybody, language: 'common', money: 'some' },
  rallye: { people: [6, 40], where: anywhere, ages: everybody, language: 'none', money: 'little' },
  empfang: { people: [10, 60], where: apart, ages: everybody, language: 'helper', money: 'some' },
  gruesse: { people: [5, any], where: apart, ages: everybody, language: 'none', money: 'little' },
  steckbrief: { people: [3, 50], where: apart, ages: everybody, language: 'helper', money: 'some' },
  sprechstunde: { people: [1, 10], where: apart, ages: grown, language: 'none', money: 'none' },
  jahrestreffen: { people: [5, 30], where: anywhere, ages: grown, language: 'none', money: 'none' },
} as const satisfies { readonly [format: string]: Needs }

export type FormatId = keyof typeof needs
