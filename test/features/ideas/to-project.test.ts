// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { remove } from '../../../src/db/bin.ts'
import { countOf, listOf, rowOf } from '../../../src/db/find.ts'
import { makeProject } from '../../../src/features/ideas/to-project.ts'
import { takeIdea } from '../../../src/features/ideas/take.ts'
import { openForTest } from '../../house/open.tsx'
import { aboutOf, add, again, whole } from './fill.ts'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => opened.close())

const beside = { zone: 'Europe/Berlin', otherDate: 'Ersatztermin: Samstag, 13. März 2027' }

describe('a project of an idea', () => {
  it('takes over what the sheet says, with its steps and an event, in one save', async () => {
    const { notebook } = opened
    const helga = await add(notebook, 'person', { givenName: 'Helga', familyName: 'Brandt' })
    const gone = await add(notebook, 'person', { givenName: 'Otto', familyName: 'Lang' })
    await remove(notebook, [gone.id])
    const idea = await add(notebook, 'idea', {
      ...whole,
      [`people/${helga.id}`]: true,
      [`people/${gone.id}`]: true,
    })
    const transaction = vi.spyOn(notebook.tables.outbox, 'bulkPut')
    const { project } = await makeProject(notebook, idea, beside)
    expect(transaction).toHaveBeenCalledTimes(1)
    transaction.mockRestore()

    expect((await rowOf(notebook, project))?.fields).toEqual({
      title: 'Kochen über die Grenze',
      state: 'planned',
      goal: 'Familien lernen einander kennen.',
      audience: 'Acht Familien',
      town: 'Pécs',
      from: '2027-03-06',
      to: '2027-03-06',
      planned: 40_000,
      currency: 'EUR',
      language: 'de',
      [`people/${helga.id}`]: '',
    })
    const steps = await aboutOf(notebook, project, 'step')
    expect(
      steps.sort((a, b) => (a.sort < b.sort ? -1 : 1)).map(({ fields }) => [fields['text'], fields['who']]),
    ).toEqual([
      ['Rezept aussuchen', helga.id],
      ['Link schicken', ''],
      ['Frau Nagy: dolmetschen', ''],
    ])
    const [event, ...others] = await aboutOf(notebook, project, 'event')
    expect(others).toEqual([])
    expect(event?.fields).toMatchObject({
      title: 'Kochen über die Grenze',
      date: '2027-03-06',
      time: '',
      zone: 'Europe/Berlin',
      town: 'Pécs',
      text: 'Familien lernen einander kennen.\nErsatztermin: Samstag, 13. März 2027',
      [`invited/${helga.id}`]: true,
    })
    const { fields, twice } = await again(notebook, idea)
    expect([fields['state'], fields['project'], twice]).toEqual(['done', project, idea.twice])
    expect(await aboutOf(notebook, project, 'idea')).toHaveLength(1)
  })

  it('has no event without a date, no money without an amount', async () => {
    const { notebook } = opened
    const idea = await add(notebook, 'idea', { title: 'Chorbuch', state: 'shared' })
    const { project } = await makeProject(notebook, idea, { zone: 'Europe/Berlin', otherDate: '' })
    const fields = (await rowOf(notebook, project))?.fields
    expect(Object.keys(fields ?? {})).not.toEqual(expect.arrayContaining(['from']))
    expect(fields).not.toHaveProperty('planned')
    expect([await countOf(notebook, 'event'), await countOf(notebook, 'step')]).toEqual([0, 0])
  })

  it('is gone after taking it back, with all that came with it, and the idea stands as before', async () => {
    const { notebook } = opened
    const idea = await add(notebook, 'idea', whole)
    const { project, undo } = await makeProject(notebook, idea, beside)
    await undo()
    for (const kind of ['project', 'event', 'step']) expect(await listOf(notebook, kind)).toEqual([])
    expect((await rowOf(notebook, project))?.list).toBe('bin')
    const { fields } = await again(notebook, idea)
    expect([fields['state'], fields['project']]).toEqual(['agreed', ''])
  })

  it('makes nothing at all where one of its records cannot be kept', async () => {
    const { notebook } = opened
    const idea = await add(notebook, 'idea', { title: 'Zu viel', date: '2027-03-06', steps: 'Saal fragen' })
    const long = { zone: 'Europe/Berlin', otherDate: 'x'.repeat(60_000) }
    await expect(makeProject(notebook, idea, long)).rejects.toThrow('too-long')
    for (const kind of ['project', 'event', 'step']) expect(await listOf(notebook, kind)).toEqual([])
    expect((await again(notebook, idea)).fields).not.toHaveProperty('project')
  })
})

describe('an idea that is taken', () => {
  it('becomes a draft of one’s own that names the first author, without names and days of the other one', async () => {
    const { notebook } = opened
    const idea = await add(notebook, 'idea', {
      ...whole,
      'people/somebody': true,
      agreedByUs: 'Renate Vogel',
    })
    const mine = await rowOf(notebook, await takeIdea(notebook, idea, 'Helga Brandt'))
    expect(mine?.fields).toMatchObject({
      title: 'Kochen über die Grenze',
      steps: whole.steps,
      state: 'draft',
      from: idea.id,
      fromAuthor: 'Renate Vogel',
      author: 'Helga Brandt',
      language: 'de',
    })
    for (const name of ['town', 'partners', 'people/somebody', 'date', 'applyBy', 'agreedByUs', 'project'])
      expect(mine?.fields).not.toHaveProperty(name)
    expect(mine?.about).toContain(idea.id)
  })
})
