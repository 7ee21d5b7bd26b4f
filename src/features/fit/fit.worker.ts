import type { Question } from './question.ts'
import { thinker } from './think.ts'

// Going through all towns takes longer than a screen may wait: here nothing waits for it.
const think = thinker()

addEventListener('message', ({ data: [number, question] }: MessageEvent<[number, Question]>) => {
  think(question).then(
    (answer) => postMessage([number, answer]),
    (error: unknown) => {
      reportError(error)
      postMessage([number, undefined])
    },
  )
})
