// One file of the build for both: they are small and say the same.
export { RoomPage } from './page.tsx'
export { RoomReminder } from './reminder.tsx'
