<?php
/**
 * As much of WordPress as the plug-in calls, as its documentation describes it. Runs the plug-in named first, and prints as JSON what it made of
 * the settings that come as JSON: as a block, and as a shortcode.
 */

define( 'ABSPATH', __DIR__ . '/' );

$registered = array();

function add_action( $hook, $callback ) {
	global $registered;
	$registered[ $hook ] = $callback;
}

function register_block_type( $folder, $options ) {
	global $registered;
	$registered['block'] = $options['render_callback'];
	// WordPress reads the rest from there.
	json_decode( file_get_contents( $folder . '/block.json' ), false, 99, JSON_THROW_ON_ERROR );
}

function add_shortcode( $name, $callback ) {
	global $registered;
	$registered[ $name ] = $callback;
}

function get_block_wrapper_attributes() {
	return 'class="wp-block-cotton-origin-estimate"';
}

function wp_enqueue_style( $handle ) {
	global $registered;
	$registered['style'] = $handle;
}

function shortcode_atts( $defaults, $settings ) {
	return array_merge( $defaults, array_intersect_key( $settings, $defaults ) );
}

function plugins_url( $path, $file ) {
	return 'https://www.you.example/wp-content/plugins/' . basename( dirname( $file ) ) . '/' . $path;
}

// What is escaped already is not escaped again.
function esc_attr( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false );
}

function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false );
}

function esc_html__( $text, $domain ) {
	return esc_html( $text );
}

function esc_url( $address, $protocols = array( 'http', 'https', 'mailto' ) ) {
	$scheme = parse_url( $address, PHP_URL_SCHEME );
	return in_array( $scheme, $protocols, true ) ? esc_attr( preg_replace( '/[^!-~]|["\'<>]/', '', $address ) ) : '';
}

set_error_handler(
	function ( $kind, $text ) {
		throw new ErrorException( $text, 0, $kind );
	}
);

require $argv[1];
$registered['init']();
$settings = json_decode( stream_get_contents( STDIN ), true, 99, JSON_THROW_ON_ERROR );
$made     = array();
foreach ( array( 'block', 'cotton_origin' ) as $name ) {
	$made[ $name ] = $registered[ $name ]( $settings );
}
echo json_encode( $made + array( 'style' => $registered['style'] ), JSON_THROW_ON_ERROR );
