import { readCanonical, writeCanonical } from '../../../src/shared/canonical.ts'
import { breakJson } from '../break/json.ts'
import { anyBody } from '../runs.ts'
import { demandSame, verdictOf, type TargetMaker } from '../target.ts'

/** Canonical JSON: what is read is written as the same bytes. */
export const canonical: TargetMaker = async () => ({
  make: async (chance) => {
    const body = anyBody(chance)
    return chance() < 0.1 ? writeCanonical(body) : breakJson(chance, body)
  },
  judge: async (input) =>
    verdictOf(() => demandSame(writeCanonical(readCanonical(input)), input, 'it is spelt in two ways')),
})
