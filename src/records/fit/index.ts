// What `dist/fit.mjs` gives to whoever asks from elsewhere.
export { readGraph } from './graph.ts'
export { rankPartners } from './rank.ts'
export { learnWeights } from './weights.ts'
