import type { Notebook } from '../../db/tables.ts'

/** The photos as files, without any word about where and when they were taken; those whose bytes aren't here are left out. */
export async function filesOf({ tables }: Notebook, photos: readonly string[]): Promise<File[]> {
  const rows = await tables.photos.bulkGet([...photos])
  return rows
    .flatMap((row) => row ?? [])
    .map(({ bytes, type }, at) => new File([bytes], `ponte-${at + 1}.jpg`, { type }))
}
