"""What stands between a browser and the pages: safe headers, small answers, bundles and fonts from the build folder."""
