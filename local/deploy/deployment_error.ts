/** Why a deployment doesn't go on. The message says what to do about it. */
export class DeploymentError extends Error {}
