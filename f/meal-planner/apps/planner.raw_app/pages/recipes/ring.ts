const TONES = [0, 0.35, 0.7];
const TONE_SECONDS = 0.2;

/** Three tones and a shake, where the device can: a sound made here needs no file. */
export function ring(): void {
  navigator.vibrate?.([200, 100, 200, 100, 200]);
  const audio = new AudioContext();
  for (const at of TONES) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = 880;
    loudness.gain.value = 0.2;
    tone.connect(loudness).connect(audio.destination);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + at + TONE_SECONDS);
    if (at === TONES.at(-1)) tone.onended = () => void audio.close();
  }
}
