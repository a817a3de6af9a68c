export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const [{ start }, { deps }, { openDoors }] = await Promise.all([
      import('@/lib/workspace/server/start'),
      import('@/lib/workspace/server/context'),
      import('@/lib/door/open-doors'),
    ])
    await start()
    await openDoors(deps())
  }
}
