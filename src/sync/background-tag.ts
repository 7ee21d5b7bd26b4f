/** Under this name the browser is asked to send what waits once there is a network, also when the app is closed. */
export const backgroundTag = 'ponte-push'
