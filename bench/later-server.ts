// Ponte's own server as it is after so many days (the first word): nothing but the clock of its process is another one.
import { serve } from '../src/server/serve.ts'

const ahead = Number(process.argv[2]) * 24 * 60 * 60 * 1000
const now = Date.now
Date.now = () => now() + ahead

serve()
