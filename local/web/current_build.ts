import { type AppBuild, type BuiltFile, buildApp, sourcesStamp } from "./app_build.ts";

/** The page's build, made anew when its sources have changed: who edits the page reloads it and nothing else. */
export class CurrentBuild {
  private stamp = "";
  private build: Promise<AppBuild> | undefined;
  private readonly files = new Map<string, BuiltFile>();

  constructor(private readonly options: { root: string; cache: string | undefined }) {}

  /** The build of the sources as they are now. @throws Inconsistent where they don't build. */
  get(): Promise<AppBuild> {
    const stamp = sourcesStamp(this.options.root);
    if (this.build && stamp === this.stamp) return this.build;
    this.stamp = stamp;
    const build = buildApp(this.options);
    this.build = build;
    build.then(
      ({ files }) => {
        for (const [name, file] of files) this.files.set(name, file);
      },
      // A page that didn't build is tried again at the next look, without a change: a package may have been missing.
      () => {
        if (this.build === build) this.build = undefined;
      },
    );
    return build;
  }

  /** A file of this or a former build: a page that is open may ask for its parts after the next one is built. */
  file(name: string): BuiltFile | undefined {
    return this.files.get(name);
  }
}
