/** The screens on which a visit is recorded, in their order; the last one checks the answers of the others. */
export const questions = ['kind', 'when', 'who', 'what', 'photos'] as const
export const askSteps = [...questions, 'check'] as const
export type AskStep = (typeof askSteps)[number]

export const stepOf = (param: string | undefined): AskStep => askSteps.find((one) => one === param) ?? 'kind'

export const before = (step: AskStep): AskStep | undefined => askSteps[askSteps.indexOf(step) - 1]

export const after = (step: AskStep): AskStep => askSteps[askSteps.indexOf(step) + 1] ?? 'check'

export const addressOf = (visit: string, step: AskStep): string => `/visits/${visit}/ask/${step}`
