import type { FieldWords } from '../../ui/field-words.ts'
import { sayAny, sayChoice, sayCurrency, sayDay, sayMoney, sayTick, whoseRecord } from '../../ui/sayings.ts'
import { stateKeys } from './states.ts'

/** How the fields of a project are called and said. */
export const projectWords: FieldWords = {
  title: { name: 'projects.name' },
  state: { name: 'projects.state.legend', say: sayChoice(stateKeys) },
  town: { name: 'projects.town' },
  goal: { name: 'projects.goal', long: true },
  audience: { name: 'projects.audience' },
  from: { name: 'projects.begins', say: sayDay },
  to: { name: 'projects.ends', say: sayDay },
  people: {
    name: 'projects.people',
    // The part that somebody has; whoever has none takes part all the same.
    say: (value, { t }) => (value === null ? t('ui.no') : sayAny(value) || t('ui.yes')),
    whose: whoseRecord,
  },
  groups: { name: 'projects.groups', say: sayTick, whose: whoseRecord },
  planned: { name: 'projects.planned', say: sayMoney },
  actual: { name: 'projects.actual', say: sayMoney },
  currency: { name: 'projects.currency', say: sayCurrency },
  postponedOn: { name: 'projects.heading.postponed', say: sayDay },
  postponedTo: { name: 'projects.postponedTo', say: sayDay },
  postponedWhy: { name: 'projects.postponedWhy' },
  cancelledWhy: { name: 'projects.cancelledWhy' },
  photo: { name: 'projects.photo', photo: true },
}
