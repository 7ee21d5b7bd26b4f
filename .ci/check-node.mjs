// Plain old JavaScript: this must run, and be kind, on whatever Node there is.
const wanted = 24
const running = process.versions.node

if (Number(running.split('.')[0]) < wanted) {
  console.error(
    `Ponte needs Node ${wanted} or newer and this is Node ${running}: please install the current one from https://nodejs.org and try again.`,
  )
  process.exit(1)
}
