import type { PublicTown } from '../../../src/shared/register/content.ts'

/** A town as an entry tells of it: where it lies and how large it is only if somebody says so. */
export const told = (name: string, more: Partial<PublicTown> = {}): PublicTown => ({
  name,
  country: 'DE',
  lat: null,
  lon: null,
  place: '',
  population: null,
  ...more,
})
