"""What all our web pages share: the frame, the style, the visitor's reading comfort, the headers that guard them."""
