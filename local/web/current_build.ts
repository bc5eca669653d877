import { type AppBuild, buildApp, sourcesStamp } from "./app_build.ts";

/** The page's build, made anew when its sources have changed: who edits the page reloads it and nothing else. */
export class CurrentBuild {
  private stamp = "";
  private build: Promise<AppBuild> | undefined;

  constructor(private readonly options: { root: string; cache: string | undefined }) {}

  /** The build; with `fresh`, of the sources as they are now. @throws Inconsistent where they don't build. */
  get(fresh = true): Promise<AppBuild> {
    if (this.build && !fresh) return this.build;
    const stamp = sourcesStamp(this.options.root);
    if (this.build && stamp === this.stamp) return this.build;
    this.stamp = stamp;
    const build = buildApp(this.options);
    this.build = build;
    // A page that didn't build is tried again at the next look, without a change: a package may have been missing.
    build.catch(() => {
      if (this.build === build) this.build = undefined;
    });
    return build;
  }
}
