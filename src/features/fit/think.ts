import { readWhole } from '../../db/register/all.ts'
import { answerFrom } from './answer.ts'
import { knownFrom, type Known } from './known.ts'
import type { Answer, Question } from './question.ts'

/** Answers one question after the other; what is known is put together anew only when it is another town or other links. */
export function thinker(): (question: Question) => Promise<Answer> {
  let last: { readonly key: string; readonly known: Promise<Known> } | undefined
  return async ({ wish, ...question }) => {
    const key = JSON.stringify(question)
    if (last?.key !== key)
      last = { key, known: readWhole(question.register).then((whole) => knownFrom(whole, question)) }
    return answerFrom(await last.known, wish)
  }
}
