/** Why rows can't be read: a name that a screen can put into words, and the row that broke it, counted from 0. */
export class FitProblem extends Error {
  override readonly name = 'FitProblem'
  readonly problem:
    'no-name' | 'no-country' | 'no-place' | 'bad-place' | 'bad-population' | 'bad-row' | 'no-town'
  readonly row: number | undefined

  constructor(problem: FitProblem['problem'], row: number | undefined, what: string) {
    super(row === undefined ? `${problem}: ${what}` : `${problem} in row ${row}: ${what}`)
    this.problem = problem
    this.row = row
  }
}
