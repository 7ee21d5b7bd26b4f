import type { Feature } from '../../ui/feature.ts'

const page = (): Promise<typeof import('./page.tsx').NotePage> =>
  import('./page.tsx').then((module) => module.NotePage)
const form = (): Promise<typeof import('./form.tsx').NoteForm> =>
  import('./form.tsx').then((module) => module.NoteForm)

export const feature: Feature = {
  name: 'notes',
  under: '/projects',
  kindKeys: { note: 'notes.note' },
  doors: [{ group: 'association', path: '/notes', picture: 'door-notes', titleKey: 'notes.title', order: 3 }],
  startButtons: [{ path: '/notes/new', icon: 'notebook-pen', titleKey: 'notes.write', order: 1 }],
  routes: {
    '/notes': () => import('./list.tsx').then((module) => module.NoteList),
    '/notes/general': () => import('./list.tsx').then((module) => module.GeneralNotes),
    '/notes/new': form,
    '/notes/new/:about': form,
    '/notes/:id': page,
    '/notes/:id/change': form,
  },
  onStart: { order: 2, load: () => import('./newest.tsx').then((module) => module.NewestNotes) },
  about: () => import('./about.tsx').then((module) => module.NotesAbout),
  details: () => import('./details.ts'),
}
