import { textOf, tickedIn } from '../../records/fields.ts'
import type { Fields } from '../../shared/value.ts'
import type { TextKey } from '../../ui/text.ts'

/** The questions of an idea sheet, in their order. */
export const questions = [
  'title',
  'goal',
  'town',
  'who',
  'audience',
  'where',
  'when',
  'languages',
  'steps',
  'costs',
  'funding',
  'risks',
  'consent',
  'success',
] as const
export type Question = (typeof questions)[number]

/** A question has a name for lists and paper, is asked in a sentence, is explained in another, and is answered in an example. */
export type QuestionWords = {
  readonly name: TextKey
  readonly ask: TextKey
  readonly help: TextKey
  readonly example: TextKey
}

export const questionWords: { readonly [question in Question]: QuestionWords } = {
  title: {
    name: 'ideas.title.name',
    ask: 'ideas.title.ask',
    help: 'ideas.title.help',
    example: 'ideas.title.example',
  },
  goal: {
    name: 'ideas.goal.name',
    ask: 'ideas.goal.ask',
    help: 'ideas.goal.help',
    example: 'ideas.goal.example',
  },
  town: {
    name: 'ideas.town.name',
    ask: 'ideas.town.ask',
    help: 'ideas.town.help',
    example: 'ideas.town.example',
  },
  who: {
    name: 'ideas.who.name',
    ask: 'ideas.who.ask',
    help: 'ideas.who.help',
    example: 'ideas.who.example',
  },
  audience: {
    name: 'ideas.audience.name',
    ask: 'ideas.audience.ask',
    help: 'ideas.audience.help',
    example: 'ideas.audience.example',
  },
  where: {
    name: 'ideas.where.name',
    ask: 'ideas.where.ask',
    help: 'ideas.where.help',
    example: 'ideas.where.example',
  },
  when: {
    name: 'ideas.when.name',
    ask: 'ideas.when.ask',
    help: 'ideas.when.help',
    example: 'ideas.when.example',
  },
  languages: {
    name: 'ideas.languages.name',
    ask: 'ideas.languages.ask',
    help: 'ideas.languages.help',
    example: 'ideas.languages.example',
  },
  steps: {
    name: 'ideas.steps.name',
    ask: 'ideas.steps.ask',
    help: 'ideas.steps.help',
    example: 'ideas.steps.example',
  },
  costs: {
    name: 'ideas.costs.name',
    ask: 'ideas.costs.ask',
    help: 'ideas.costs.help',
    example: 'ideas.costs.example',
  },
  funding: {
    name: 'ideas.funding.name',
    ask: 'ideas.funding.ask',
    help: 'ideas.funding.help',
    example: 'ideas.funding.example',
  },
  risks: {
    name: 'ideas.risks.name',
    ask: 'ideas.risks.ask',
    help: 'ideas.risks.help',
    example: 'ideas.risks.example',
  },
  consent: {
    name: 'ideas.consent.name',
    ask: 'ideas.consent.ask',
    help: 'ideas.consent.help',
    example: 'ideas.consent.example',
  },
  success: {
    name: 'ideas.success.name',
    ask: 'ideas.success.ask',
    help: 'ideas.success.help',
    example: 'ideas.success.example',
  },
}

/** The fields in which the answer to each question lies; lists by their name alone. */
const fieldsOf: { readonly [question in Question]: readonly string[] } = {
  title: ['title'],
  goal: ['goal'],
  town: ['town'],
  who: ['partners'],
  audience: ['audience'],
  where: ['way', 'place'],
  when: ['date', 'otherDate'],
  languages: ['languages'],
  steps: ['steps'],
  costs: ['cost', 'ownShare'],
  funding: ['funder', 'applyBy'],
  risks: ['risks'],
  consent: ['consent'],
  success: ['success'],
}

const isSaid = (fields: Fields, name: string): boolean =>
  typeof fields[name] === 'number' || textOf(fields, name).trim() !== ''

/** Whether anything was said to a question. */
export const isAnswered = (question: Question, fields: Fields): boolean =>
  fieldsOf[question].some((name) => isSaid(fields, name)) ||
  (question === 'who' && tickedIn(fields, 'people').length > 0)

/** Where somebody goes on who comes back to a sheet: at the first open question, else at the beginning. */
export const firstOpen = (fields: Fields): number =>
  Math.max(
    0,
    questions.findIndex((question) => !isAnswered(question, fields)),
  )
