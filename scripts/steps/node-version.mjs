// Parsed by old versions of Node too: no static import, no syntax newer than 2017.
export const oldest = '20.19.0'

/** One line with the fix, or undefined when this Node will do. */
export const complaintAbout = (version) => {
  const [major, minor] = version.split('.').map(Number)
  const [oldestMajor, oldestMinor] = oldest.split('.').map(Number)
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined
  return (
    `Jaribu needs Node ${oldestMajor}.${oldestMinor} or newer and this is ${version}. ` +
    'Install a current one from https://nodejs.org, or with nvm: nvm install 22 && nvm use 22'
  )
}

/** Runs `main` on a Node that can, else says what to do. */
export const onSupportedNode = (main) => {
  const complaint = complaintAbout(process.versions.node)
  if (complaint) {
    console.error(complaint)
    process.exitCode = 1
    return
  }
  main()
}
