import type { RecordKind } from './kind.ts'

// Every file in kinds/ is a noun of the field, exported as `kind`: a new one needs no other line than itself.
const modules = import.meta.glob<RecordKind>('./kinds/*.ts', { eager: true, import: 'kind' })

const kindsByName: ReadonlyMap<string, RecordKind> = new Map(
  Object.values(modules).map((one) => [one.kind, one]),
)

/** The kind of that name, or undefined: then the record comes from a newer version of the app. */
export function kindOf(name: string): RecordKind | undefined {
  return kindsByName.get(name)
}

/** Whether records of that kind have days in the calendar. */
export const hasOccasions = (name: string): boolean => 'occasions' in (kindsByName.get(name) ?? {})

/** The names of all kinds that this version of the app knows. */
export const kindNames: readonly string[] = [...kindsByName.keys()].sort()
