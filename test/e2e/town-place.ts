import type { Locator } from '@playwright/test'
import type { House } from './house.ts'

const groupOf = ({ page, say }: House, legend: string): Locator =>
  page.getByRole('group', { name: say(legend), exact: true })

async function chooseCountry(house: House, legend: string, country: string): Promise<Locator> {
  const group = groupOf(house, legend)
  const language = await house.page.locator('html').getAttribute('lang')
  const name = new Intl.DisplayNames(language ?? 'de', { type: 'region' }).of(country) ?? country
  await group.getByRole('radio', { name, exact: true }).check()
  return group
}

/** Writes a town into the field of that legend as one that stands in no list. */
export async function nameTown(house: House, legend: string, country: string, town: string): Promise<void> {
  const group = await chooseCountry(house, legend, country)
  await group.getByRole('button', { name: house.say('ui.place.own'), exact: true }).click()
  await group.getByRole('textbox', { name: house.say('ui.place.ownName'), exact: true }).fill(town)
}

/** Chooses a town from the list of its country in the field of that legend. */
export async function findTown(house: House, legend: string, country: string, town: string): Promise<void> {
  const group = await chooseCountry(house, legend, country)
  await group.getByRole('searchbox').fill(town)
  await group.getByRole('button').filter({ hasText: town }).first().click()
}
