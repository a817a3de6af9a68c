import { root, run } from './run.mjs'

/** The commit that this work began at: where it left the main branch, or the last commit when it stands on it. */
export const baseOfWork = async (cwd = root) => {
  for (const branch of ['origin/main', 'main']) {
    const { code, output } = await run('git', ['merge-base', 'HEAD', branch], { quiet: true, cwd })
    if (code === 0) return output.trim()
  }
  return 'HEAD'
}
