// Paper is white: in the dark, letters would be printed white on it. Charts keep the colours that they were drawn with.
const SCHEME = "mantineColorScheme";
let onScreen: string | undefined;

addEventListener("beforeprint", () => {
  const { dataset } = document.documentElement;
  onScreen ??= dataset[SCHEME];
  dataset[SCHEME] = "light";
});

addEventListener("afterprint", () => {
  if (onScreen !== undefined) document.documentElement.dataset[SCHEME] = onScreen;
  onScreen = undefined;
});
