import { ensureBuild } from '../scripts/steps/build.mjs'

/** The stories run against what users run: the built server. */
export default async () => {
  await ensureBuild()
}
